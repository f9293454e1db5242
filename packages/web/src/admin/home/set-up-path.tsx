import type { SetUpView } from '@unified-routing/contract'
import styles from '../../ui/lines.module.css'
import { RouterButton, RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusText } from '../../ui/status-text.tsx'
import { places } from '../places.ts'

type Path = SetUpView['paths'][number]
type Step = Path['steps'][number]

export interface SetUpPathProps {
  readonly path: Path
  /** The step to do now; null: it is on the other path, or everything is done. */
  readonly next: string | null
}

/** One way of setting up: its steps in order, ticked by the facts. Only the next step is a primary button. */
export function SetUpPath({ path, next }: SetUpPathProps) {
  const asked = path.steps.filter(({ optional }) => !optional)
  const done = asked.filter((step) => step.done).length
  return (
    <Section title={`Set up ${path.title.toLowerCase()}`} lead={`${done} of ${asked.length} steps are done.`}>
      <Steps label={`Steps for ${path.title.toLowerCase()}`} steps={asked} next={next} />
      <span className={styles.title}>Optional</span>
      <Steps
        label={`Optional for ${path.title.toLowerCase()}`}
        steps={path.steps.filter(({ optional }) => optional)}
        next={next}
      />
    </Section>
  )
}

interface StepsProps {
  readonly label: string
  readonly steps: readonly Step[]
  readonly next: string | null
}

function Steps({ label, steps, next }: StepsProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={styles.line}>
          <div className={styles.text}>
            <StatusText tone={step.done ? 'good' : step.key === next ? 'offered' : 'ended'}>
              <RouterLink {...places[step.place]}>{step.title}</RouterLink>
              {step.done ? ' (done)' : ''}
            </StatusText>
            <span className={styles.detail}>
              {step.text} {step.fact}.
            </span>
          </div>
          {step.key === next ? (
            <RouterButton appearance="primary" size="small" {...places[step.place]}>
              Next: {step.title}
            </RouterButton>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
