import { Text } from '@fluentui/react-components'
import type { WorkItemView } from '@unified-routing/contract'
import { LookupText } from '../../records/lookup-text.tsx'
import { rowWord } from '../../records/table-words.ts'
import { RouterLink } from '../../ui/router-links.tsx'

/** What the conversation is about, as a way to it. */
export function LinkedRecord({ record }: { readonly record: NonNullable<WorkItemView['linkedRecord']> }) {
  const { table, id } = record
  return (
    <Text>
      About the {rowWord(table)}{' '}
      <RouterLink to="/tables/$table/$id" params={{ table, id }}>
        <LookupText table={table} id={id} />
      </RouterLink>
    </Text>
  )
}
