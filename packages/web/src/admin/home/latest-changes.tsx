import { useQuery } from '@tanstack/react-query'
import { latestChangesQuery } from '../../data/enabling-queries.ts'
import styles from '../../ui/lines.module.css'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'

/** Who changed what last. */
export function LatestChanges() {
  const { data } = useQuery(latestChangesQuery)
  return (
    <Section title="Last changes">
      {data?.length === 0 ? 'Nobody has changed anything yet.' : null}
      <ul className={styles.list} aria-label="Last changes">
        {(data ?? []).map((entry) => (
          <li key={entry.id} className={styles.line}>
            <div className={styles.text}>
              <span>{entry.summary}</span>
              <span className={styles.detail}>
                {entry.by.name}, <RelativeTime at={entry.at} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
