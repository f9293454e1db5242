import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { CustomerHistoryEntry } from '@unified-routing/contract'
import { customerHistoryQuery } from '../data/queries.ts'
import { useFullNames } from '../data/viewer.ts'
import { channelText } from '../data/work-item-status.ts'
import { rowTitle } from '../records/table-words.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { labelOf } from '../ui/words.ts'
import styles from './customer-history.module.css'
import { useRecentCases } from './use-recent-cases.ts'

export interface CustomerHistoryProps {
  readonly customer: string
  /** The item that is open; it is not told again. */
  readonly besides: string
}

/** The customer's latest cases, open or resolved. */
export function RecentCases({ customer }: Pick<CustomerHistoryProps, 'customer'>) {
  const cases = useRecentCases(customer)
  if (cases === null) return null
  return (
    <Section title="Recent cases">
      {cases.length === 0 ? <Text className={styles.quiet}>This customer has no cases.</Text> : null}
      <ul className={styles.list}>
        {cases.map((row) => (
          <li key={row.id} className={styles.entry}>
            <RouterLink to="/tables/$table/$id" params={{ table: row.table, id: row.id }}>
              {rowTitle(row)}
            </RouterLink>
            <Text size={200} className={styles.quiet}>
              {row.active ? 'Open' : 'Resolved'} · <RelativeTime at={row.createdAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was done for the customer before, the latest first, whoever did it. */
export function Timeline({ customer, besides }: CustomerHistoryProps) {
  // No event tells what becomes of work that nobody here looks at, so each session reads it anew.
  const { data } = useQuery({ ...customerHistoryQuery(customer), refetchOnMount: 'always' })
  if (data === undefined) return null
  const entries = data.filter(({ workItem }) => workItem !== besides)
  return (
    <Section title="Timeline">
      {entries.length === 0 ? <Text className={styles.quiet}>Nothing happened before.</Text> : null}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <Entry key={entry.workItem} entry={entry} />
        ))}
      </ol>
    </Section>
  )
}

function Entry({ entry }: { readonly entry: CustomerHistoryEntry }) {
  const nameOf = useFullNames()
  const { workItem, readable, title, representative, closureReason, state, queue } = entry
  const what = entry.record ? `${channelText(entry)}: ${title}` : channelText(entry)
  const who = representative ? ` with ${nameOf(representative)}` : ''
  const outcome = closureReason && closureReason !== 'Default' ? `: ${labelOf(closureReason)}` : ''
  return (
    <li className={styles.entry}>
      {readable ? (
        <RouterLink to="/workspace/$id" params={{ id: workItem }} search={(before) => before}>
          {what}
        </RouterLink>
      ) : (
        <Text>{what}</Text>
      )}
      <Text size={200} className={styles.quiet}>
        {state}
        {outcome}
        {who}
        {queue ? ` in ${queue}` : ''} · <RelativeTime at={entry.createdAt} />
      </Text>
      {entry.notes.map(({ author, text, at }) => (
        <Text key={at} size={200} className={styles.note}>
          {author ? `Note of ${nameOf(author)}` : 'Note'}: {text}
        </Text>
      ))}
    </li>
  )
}
