import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, ProgressBar } from '@fluentui/react-components'
import type { ProvisioningRun } from '@unified-routing/contract'
import styles from '../../ui/lines.module.css'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusText, type Tone } from '../../ui/status-text.tsx'

type Step = ProvisioningRun['steps'][number]

const stateWords: Record<Step['state'], { readonly tone: Tone; readonly word: string }> = {
  pending: { tone: 'ended', word: 'not begun' },
  running: { tone: 'waiting', word: 'under way' },
  done: { tone: 'good', word: 'done' },
  failed: { tone: 'offered', word: 'failed' },
}

/** The steps of the last turning on or off, as they go. */
export function ProvisioningSteps({ run }: { readonly run: ProvisioningRun }) {
  const done = run.steps.filter(({ state }) => state === 'done').length
  const title = run.kind === 'provisioning' ? 'Provisioning' : 'Turning off'
  return (
    <Section
      title={title}
      lead={
        <>
          Started by {run.startedBy} <RelativeTime at={run.startedAt} />; {done} of {run.steps.length} steps are done.
        </>
      }
    >
      {run.finishedAt === null ? (
        <ProgressBar
          value={done}
          max={run.steps.length}
          aria-label={`${title}: ${done} of ${run.steps.length} steps`}
        />
      ) : null}
      <ol className={styles.list} aria-label="Steps">
        {run.steps.map((step) => (
          <li key={step.name} className={styles.line}>
            <div className={styles.text}>
              <StatusText tone={stateWords[step.state].tone}>
                {step.title}: {stateWords[step.state].word}
                {step.attempts > 1 ? `, at the try ${step.attempts}` : ''}
              </StatusText>
              {step.detail ? <span className={styles.detail}>{step.detail}</span> : null}
              {step.error ? <FailureDetails error={step.error} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function FailureDetails({ error }: { readonly error: string }) {
  return (
    <Accordion collapsible>
      <AccordionItem value="details">
        <AccordionHeader size="small">Details of the failure</AccordionHeader>
        <AccordionPanel>{error}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
