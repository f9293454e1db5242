import { Avatar } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { rowQuery } from '../data/queries.ts'
import { rowTitle } from '../records/table-words.ts'
import { Facts } from '../ui/facts.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { labelOf } from '../ui/words.ts'
import styles from './customer-card.module.css'

const CUSTOMER_TABLE = 'contact'

/** Who the customer is, beside the work for them. */
export function CustomerCard({ id }: { readonly id: string }) {
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
      <Facts facts={facts} />
    </Section>
  )
}
