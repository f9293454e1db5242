import { Spinner, Text } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled } from '@fluentui/react-icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ExplanationView, WorkItemView } from '@unified-routing/contract'
import { explanationQuery, representativesQuery } from '../data/queries.ts'
import { useFullNames } from '../data/viewer.ts'
import { NamePicker } from '../ui/name-picker.tsx'
import { presenceLabel } from '../ui/presence-badge.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { Section } from '../ui/section.tsx'
import styles from './why-not.module.css'

const route = getRouteApi('/app/diagnostics/$id')

/** Why a chosen person did not, or could, get the item. The choice is in the address, so that it can be passed on. */
export function WhyNot({ item }: { readonly item: WorkItemView }) {
  const { person } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: representatives } = useSuspenseQuery(representativesQuery)
  const choices = representatives.map((one) => ({
    name: one.name,
    text: one.fullName,
    detail: presenceLabel(one.presence),
  }))
  return (
    <Section title="Why not…" lead="Choose anybody to see what keeps them from this item right now.">
      <div className={styles.picker}>
        <NamePicker
          label="Representative"
          choices={choices}
          name={person ?? ''}
          onPick={(name) => void navigate({ search: { person: name }, replace: true })}
        />
      </div>
      {person ? <Reasons item={item} person={person} /> : null}
    </Section>
  )
}

function Reasons({ item, person }: { readonly item: WorkItemView; readonly person: string }) {
  const { data, error } = useQuery(explanationQuery(item.id, person))
  if (error) return <ProblemBar title="No explanation" text={error.message} />
  return (
    <div aria-live="polite">
      {data ? <Verdict item={item} explanation={data} /> : <Spinner size="tiny" label="Asking the router" />}
    </div>
  )
}

interface VerdictProps {
  readonly item: WorkItemView
  readonly explanation: ExplanationView
}

function Verdict({ item, explanation }: VerdictProps) {
  const nameOf = useFullNames()
  const name = nameOf(explanation.representative)
  if (explanation.representative === (item.assignedTo ?? item.offeredTo)) {
    return <Text>{name} has it.</Text>
  }
  if (explanation.eligible) {
    return (
      <Text className={styles.line} data-good="true">
        <CheckmarkCircleFilled aria-hidden="true" />
        {name} could take it. Who is before them in the order of the queue gets it first.
      </Text>
    )
  }
  return (
    <ul className={styles.reasons} aria-label={`Why not ${name}`}>
      {explanation.details.map((detail) => (
        <li key={detail.reason} className={styles.line} data-good="false">
          <DismissCircleFilled aria-hidden="true" />
          <span>
            {detail.text} <code className={styles.code}>{detail.reason}</code>
          </span>
        </li>
      ))}
    </ul>
  )
}
