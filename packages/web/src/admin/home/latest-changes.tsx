import { useQuery } from '@tanstack/react-query'
import { latestChangesQuery } from '../../data/enabling-queries.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './home.module.css'

/** Who changed what last. */
export function LatestChanges() {
  const { data } = useQuery(latestChangesQuery)
  return (
    <Section title="Last changes">
      {data?.length === 0 ? 'Nobody has changed anything yet.' : null}
      <ul className={styles.list} aria-label="Last changes">
        {(data ?? []).map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <span>{entry.summary}</span>
            <span className={styles.detail}>
              {entry.by.name}, <RelativeTime at={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
