import { useSuspenseQuery } from '@tanstack/react-query'
import { roles } from '@unified-routing/contract'
import { configurationQuery } from './queries.ts'

/** Every role that can be given: those of the product, then the custom ones. */
export function useRoleNames(): readonly string[] {
  const { customRoles = [] } = useSuspenseQuery(configurationQuery).data.document
  return [...roles, ...customRoles.map(({ name }) => name)]
}
