import { Button } from '@fluentui/react-components'
import { HeartPulseRegular } from '@fluentui/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { HealthFinding } from '@unified-routing/contract'
import { healthQuery } from '../../data/enabling-queries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from '../../ui/lines.module.css'
import { Page } from '../../ui/page.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'
import { FindingLine } from './finding-line.tsx'

/** What would keep work from flowing: how things are now, and what is doubtful in the configuration. */
export function HealthPage() {
  const { data, refetch, isFetching } = useSuspenseQuery(healthQuery)
  const live = data.findings.filter(({ source }) => source === 'live')
  const configuration = data.findings.filter(({ source }) => source === 'configuration')
  return (
    <Page
      title="Health check"
      lead={
        <>
          What keeps work from flowing, with a fix behind each finding. Checked <RelativeTime at={data.checkedAt} />.
        </>
      }
      commands={
        <Button disabledFocusable={isFetching} onClick={() => refetch()}>
          Check again
        </Button>
      }
    >
      {data.findings.length === 0 ? (
        <EmptyState
          icon={<HeartPulseRegular />}
          title="Nothing found"
          text="Findings about queues without people, channels that are off and doubtful rules would be listed here."
        />
      ) : null}
      <Findings title="Right now" findings={live} />
      <Findings title="In the configuration" findings={configuration} />
    </Page>
  )
}

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly HealthFinding[] }) {
  if (findings.length === 0) return null
  return (
    <Section title={`${title}: ${findings.length}`}>
      <ul className={styles.list} aria-label={title}>
        {findings.map((finding) => (
          <FindingLine key={`${finding.code} ${finding.title}`} finding={finding} />
        ))}
      </ul>
    </Section>
  )
}
