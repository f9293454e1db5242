import { Text } from '@fluentui/react-components'
import type { CandidateView } from '@unified-routing/contract'
import type { Preview, PreviewedWay } from '@unified-routing/routing'
import { CandidatesTable } from '../../../diagnostics/candidates-table.tsx'
import { outputText } from '../outputs/classification-outputs.ts'
import { actionTexts, triggerTexts } from '../outputs/overflow-words.ts'
import styles from './try-it.module.css'

/** What would become of the subject: each stage in a line, then who would be asked, and why not the others. */
export function Outcome({ preview }: { readonly preview: Preview }) {
  const { intake, way } = preview
  return (
    <section className={styles.outcome} aria-label="Outcome">
      <dl className={styles.stages} aria-live="polite">
        {intake === null ? null : <Stage name="Intake" text={intakeText(intake, way)} />}
        {way === null ? null : <WayStages way={way} />}
      </dl>
      {way === null || way.closed !== null ? null : <Candidates way={way} />}
    </section>
  )
}

function WayStages({ way }: { readonly way: PreviewedWay }) {
  const { skills, capacityProfiles, attributes, priorityScore } = way
  const set = outputText({
    skills: { ...skills },
    capacityProfiles: [...capacityProfiles],
    attributes: { ...attributes },
    ...(priorityScore === 0 ? {} : { priorityScore }),
  })
  return (
    <>
      <Stage name="Classification" text={set === 'nothing' ? 'Sets nothing.' : set} details={appliedTexts(way)} />
      <Stage name="Route to queue" text={routeText(way)} details={way.overflows.map(overflowText)} />
      <Stage
        name="Prioritization"
        text={appliedIn(way.prioritization) ?? 'First in, first out.'}
        details={way.priorityScore > 0 ? [`Priority score ${way.priorityScore}`] : []}
      />
    </>
  )
}

interface StageProps {
  readonly name: string
  readonly text: string
  readonly details?: readonly string[]
}

function Stage({ name, text, details = [] }: StageProps) {
  return (
    <div className={styles.stage}>
      <dt>{name}</dt>
      <dd>
        {text}
        {details.map((detail) => (
          <span key={detail} className={styles.detail}>
            {detail}
          </span>
        ))}
      </dd>
    </div>
  )
}

function Candidates({ way }: { readonly way: PreviewedWay }) {
  const views = way.candidates.map(candidateView)
  const [first] = views
  const selected = appliedIn(way.selection)
  return (
    <>
      <Text weight="semibold">
        {first?.eligible === true
          ? 'Who would be asked, in order'
          : `Nobody can take it now; it waits in ${way.queue}.`}
      </Text>
      {way.method === 'roundRobin' ? (
        <Text size={200}>Whose turn it is only the router knows; here the round begins in joining order.</Text>
      ) : null}
      {selected === null ? null : <Text size={200}>{`Ruleset chosen by ${selected}`}</Text>}
      {views.length === 0 ? <Text>The queue has no members.</Text> : <CandidatesTable candidates={views} />}
    </>
  )
}

/** A candidate as diagnostics show it. */
function candidateView({ load, explanation, ...candidate }: PreviewedWay['candidates'][number]): CandidateView {
  return {
    ...candidate,
    skills: [...candidate.skills],
    load: {
      ...load,
      profilesFree: { ...load.profilesFree },
      profileLimits: { ...load.profileLimits },
      items: [...load.items],
      itemCount: load.items.length,
    },
    explanation: {
      ...explanation,
      eligible: candidate.eligible,
      reasons: [...explanation.reasons],
      details: [...explanation.details],
    },
  }
}

function intakeText(intake: NonNullable<Preview['intake']>, way: PreviewedWay | null): string {
  const { workstream, error, rules } = intake
  if (error !== null) return `Failed: ${error}`
  const applied = appliedIn(rules)
  if (way !== null && workstream !== way.workstream) {
    const instead = workstream === null ? 'No intake rule is met' : `Intake would choose ${workstream}`
    return `${instead}; tried with ${way.workstream} all the same.`
  }
  return workstream === null ? 'No intake rule is met: it is saved and not routed.' : `${applied} → ${workstream}`
}

function routeText({ route, queue, closed }: PreviewedWay): string {
  const applied = appliedIn(route.rules)
  const reason = applied ?? route.message ?? 'Fallback queue'
  const first = `${reason} → ${route.queue}`
  if (closed !== null) return `${first}, where it ends (${closed}).`
  return queue === route.queue ? first : `${first}, then → ${queue}`
}

function overflowText({ trigger, action, targetQueue }: PreviewedWay['overflows'][number]): string {
  const why = Object.entries(triggerTexts).find(([name]) => name === trigger)?.[1] ?? trigger
  const what = Object.entries(actionTexts).find(([name]) => name === action)?.[1] ?? action
  return `${why}: ${what}${targetQueue === null ? '' : ` ${targetQueue}`}`
}

function appliedTexts({ rulesets }: PreviewedWay): readonly string[] {
  return rulesets.map(({ name, rules, skipped, error }) => {
    if (error !== undefined) return `${name}: failed, ${error}`
    return `${name}: ${skipped ?? appliedIn(rules) ?? 'no rule is met'}`
  })
}

function appliedIn(rules: readonly { readonly name: string; readonly status: string }[]): string | null {
  return rules.find(({ status }) => status === 'Applied')?.name ?? null
}
