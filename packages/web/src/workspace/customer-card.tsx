import { Avatar } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { rowQuery } from '../data/queries.ts'
import { LookupText } from '../records/lookup-text.tsx'
import { rowTitle, rowWord } from '../records/table-words.ts'
import { Facts } from '../ui/facts.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { labelOf } from '../ui/words.ts'
import styles from './customer-card.module.css'

const CUSTOMER_TABLE = 'contact'

interface CustomerCardProps {
  readonly id: string
  /** The case that the conversation is about. */
  readonly linked: WorkItemView['linkedRecord']
}

/** Who the customer is, beside the work for them. */
export function CustomerCard({ id, linked }: CustomerCardProps) {
  const { data: row } = useQuery(rowQuery(CUSTOMER_TABLE, id))
  if (!row) return null
  const title = rowTitle(row)
  const facts = Object.entries(row.values)
    .filter(([, value]) => value !== null && value !== '' && value !== title)
    .map(([name, value]) => ({ name: labelOf(name), value: String(value) }))
  return (
    <Section title="Customer">
      <div className={styles.who}>
        <Avatar name={title} color="colorful" aria-hidden="true" />
        <RouterLink to="/tables/$table/$id" params={{ table: CUSTOMER_TABLE, id }}>
          {title}
        </RouterLink>
      </div>
      <Facts facts={linked === null ? facts : [{ name: 'Linked to', value: <LinkToRow {...linked} /> }, ...facts]} />
    </Section>
  )
}

function LinkToRow({ table, id }: { readonly table: string; readonly id: string }) {
  return (
    <RouterLink to="/tables/$table/$id" params={{ table, id }}>
      {capitalized(rowWord(table))}: <LookupText table={table} id={id} />
    </RouterLink>
  )
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
