import { Field, Input, Select } from '@fluentui/react-components'
import { type Configuration, queueCatalog } from '@unified-routing/routing'
import entry from '../../ui/entry-lines.module.css'
import { DurationInput } from '../rules/duration-input.tsx'
import { OverflowActionInput } from '../rules/outputs/overflow-action-input.tsx'
import { actionsOfPlaybook } from '../rules/outputs/overflow-words.ts'
import styles from './playbook-fields.module.css'
import type { Outcome } from './playbook-words.ts'
import type { BranchedPlaybook } from './with-branches.ts'

export interface OutcomeInputProps {
  readonly label: string
  readonly configuration: Configuration
  readonly playbook: BranchedPlaybook
  readonly outcome: Outcome
  readonly onChange: (outcome: Outcome) => void
}

const orders = {
  'preferred,previous': 'Preferred expert, then previous expert',
  'previous,preferred': 'Previous expert, then preferred expert',
  preferred: 'Only the preferred expert',
  previous: 'Only the previous expert',
} as const

/** What a branch does, by the kind of its playbook. */
export function OutcomeInput({ label, configuration, playbook, outcome, onChange }: OutcomeInputProps) {
  if ('add' in outcome) return <IncrementInput outcome={outcome} onChange={onChange} />
  if ('do' in outcome) {
    const queues = [...queueCatalog(configuration).values()]
    const served = playbook.queues === 'all' ? [] : queues.filter(({ name }) => playbook.queues.includes(name))
    const types = [...new Set(served.map(({ type }) => type))]
    return (
      <div className={entry.line}>
        <OverflowActionInput
          label={label}
          actions={actionsOfPlaybook(types)}
          queues={queues.filter(({ type }) => types.length === 0 || types.includes(type)).map(({ name }) => name)}
          action={outcome.do}
          onChange={(action) => onChange({ do: action })}
        />
      </div>
    )
  }
  return (
    <>
      <Field label="Who is asked first">
        <Select
          value={outcome.order.join(',')}
          onChange={(_, { value }) =>
            onChange({
              ...outcome,
              order: value.split(',').map((one) => (one === 'previous' ? 'previous' : 'preferred')),
            })
          }
        >
          {Object.entries(orders).map(([order, text]) => (
            <option key={order} value={order}>
              {text}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Served the customer within" hint="At most 30 days">
        <DurationInput
          label="Served the customer within"
          duration={outcome.recency}
          onChange={(recency) => onChange({ ...outcome, recency })}
        />
      </Field>
    </>
  )
}

interface IncrementInputProps {
  readonly outcome: Extract<Outcome, { add: number }>
  readonly onChange: (outcome: Outcome) => void
}

function IncrementInput({ outcome, onChange }: IncrementInputProps) {
  const { add, every } = outcome
  return (
    <>
      <Field label="Add to the priority score" hint="0 to 10,000">
        <Input
          className={styles.number}
          inputMode="numeric"
          value={String(add)}
          onChange={(_, { value }) => onChange({ ...outcome, add: Number(value.replace(/\D/g, '')) })}
        />
      </Field>
      {every === undefined ? null : (
        <Field label="Every" hint="At least 30 seconds">
          <DurationInput label="Every" duration={every} onChange={(next) => onChange({ ...outcome, every: next })} />
        </Field>
      )}
    </>
  )
}
