import type { Configuration } from '@unified-routing/routing'
import { applyBulkAction, type BulkAction } from './bulk-action.ts'
import { peopleOf } from './person.ts'
import { type PeoplePlan, planPeople } from './plan-people.ts'

/** Most people that one bulk edit may change. */
export const BULK_PEOPLE_MAX = 200

export interface BulkEdit {
  /** The sign-in names of the selected. */
  readonly names: readonly string[]
  /** One after the other, each on what the one before left. */
  readonly actions: readonly BulkAction[]
}

/** What a bulk edit would do to whom; changes nothing. People who are no longer in the document are left out. */
export function planBulkEdit(configuration: Configuration, { names, actions }: BulkEdit): PeoplePlan {
  const selected = new Set(names)
  const people = peopleOf(configuration).filter(({ name }) => selected.has(name))
  return planPeople(
    configuration,
    people.map((person) => actions.reduce(applyBulkAction, person)),
  )
}
