import { useQuery } from '@tanstack/react-query'
import { healthQuery } from '../../data/enabling-queries.ts'
import { failureText } from '../../data/failure-text.ts'
import styles from '../../ui/lines.module.css'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import { FindingLine } from '../health/finding-line.tsx'

const SHOWN_MAX = 5

/** The gravest findings of the health check. */
export function Attention() {
  const { data, error } = useQuery(healthQuery)
  const findings = data?.findings ?? []
  return (
    <Section
      title="Needs attention"
      actions={
        <RouterLink to="/admin/health">
          {findings.length > SHOWN_MAX ? `All ${findings.length} findings` : 'Health check'}
        </RouterLink>
      }
    >
      {error ? <ProblemBar title="Not checked" text={failureText(error)} /> : null}
      {data === undefined && !error ? <TableSkeleton label="Checking" /> : null}
      {data !== undefined && findings.length === 0 ? 'Nothing: work can flow.' : null}
      <ul className={styles.list} aria-label="Needs attention">
        {findings.slice(0, SHOWN_MAX).map((finding) => (
          <FindingLine key={`${finding.code} ${finding.title}`} finding={finding} />
        ))}
      </ul>
    </Section>
  )
}
