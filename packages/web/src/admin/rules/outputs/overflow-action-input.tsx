import { Input, Select } from '@fluentui/react-components'
import type { OverflowAction } from '@unified-routing/routing'
import { NameSelect } from './classification-output-controls.tsx'
import { type ActionName, actionNameOf, actionTexts } from './overflow-words.ts'

export interface OverflowActionInputProps {
  readonly label: string
  /** Those that are possible here. */
  readonly actions: readonly ActionName[]
  readonly queues: readonly string[]
  readonly action: OverflowAction
  readonly onChange: (action: OverflowAction) => void
}

/** What is done with work that a queue does not take. */
export function OverflowActionInput({ label, actions, queues, action, onChange }: OverflowActionInputProps) {
  const present = actionNameOf(action)
  const shown = actions.includes(present) ? actions : [present, ...actions]
  return (
    <>
      <Select
        aria-label={label}
        value={present}
        onChange={(_, data) => {
          const chosen = shown.find((name) => name === data.value) ?? present
          onChange(beginningOf(chosen, queues[0] ?? ''))
        }}
      >
        {shown.map((name) => (
          <option key={name} value={name}>
            {actionTexts[name]}
          </option>
        ))}
      </Select>
      {typeof action === 'object' && 'transferToQueue' in action ? (
        <NameSelect
          label={`${label}: queue`}
          names={queues}
          name={action.transferToQueue}
          onChange={(transferToQueue) => onChange({ transferToQueue })}
        />
      ) : null}
      {typeof action === 'object' && 'transferToNumber' in action ? (
        <Input
          type="tel"
          aria-label={`${label}: number`}
          value={action.transferToNumber}
          onChange={(_, data) => onChange({ transferToNumber: data.value })}
        />
      ) : null}
    </>
  )
}

function beginningOf(name: ActionName, queue: string): OverflowAction {
  if (name === 'transferToQueue') return { transferToQueue: queue }
  return name === 'transferToNumber' ? { transferToNumber: '' } : name
}
