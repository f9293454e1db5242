import { Button, Input, Select } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import type { OverflowAction, OverflowRule } from '@unified-routing/routing'
import entry from '../../../ui/entry-lines.module.css'
import { DurationInput } from '../duration-input.tsx'
import styles from './outputs.module.css'
import { OverflowActionInput } from './overflow-action-input.tsx'
import { actionsAfter, type Trigger, triggerOf, triggersOf, triggerTexts } from './overflow-words.ts'

export interface OverflowRulesInputProps {
  readonly label: string
  readonly type: 'messaging' | 'record' | 'voice'
  /** Where work may be transferred. */
  readonly queues: readonly string[]
  readonly rules: readonly OverflowRule[]
  readonly onChange: (rules: readonly OverflowRule[]) => void
}

/** Conditions under which a queue takes nothing more, and what happens instead. */
export function OverflowRulesInput({ label, type, queues, rules, onChange }: OverflowRulesInputProps) {
  return (
    <div className={entry.lines}>
      <ul className={entry.lines} aria-label={label}>
        {rules.map((rule, index) => (
          // Lines have no names of their own, and their controls keep no state.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={entry.line}>
            <TriggerInput
              label={`${label}, condition ${index + 1}`}
              type={type}
              rule={rule}
              onChange={(changed) => onChange(rules.toSpliced(index, 1, changed))}
            />
            <OverflowActionInput
              label={`${label}, action ${index + 1}`}
              actions={actionsAfter(type, triggerOf(rule))}
              queues={queues}
              action={rule.do}
              onChange={(action) => onChange(rules.toSpliced(index, 1, { ...rule, do: action }))}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={`Remove ${label}, line ${index + 1}`}
              onClick={() => onChange(rules.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <Button
        className={styles.add}
        size="small"
        icon={<AddRegular />}
        aria-label={`Add to ${label}`}
        onClick={() => onChange([...rules, { when: 'outOfOperatingHours', do: firstAction(type) }])}
      >
        Add overflow
      </Button>
    </div>
  )
}

function firstAction(type: OverflowRulesInputProps['type']): OverflowAction {
  const [action] = actionsAfter(type, 'outOfOperatingHours')
  return action === 'assignAnyway' ? action : 'endConversation'
}

interface TriggerInputProps {
  readonly label: string
  readonly type: OverflowRulesInputProps['type']
  readonly rule: OverflowRule
  readonly onChange: (rule: OverflowRule) => void
}

const beginnings: Readonly<Record<Trigger, OverflowRule['when']>> = {
  outOfOperatingHours: 'outOfOperatingHours',
  workItemLimit: { workItemLimit: 10 },
  averageWait: { averageWait: '5m' },
}

function TriggerInput({ label, type, rule, onChange }: TriggerInputProps) {
  const { when } = rule
  const present = triggerOf(rule)
  return (
    <>
      <Select
        aria-label={label}
        value={present}
        onChange={(_, data) => {
          const trigger = triggersOf(type).find((known) => known === data.value) ?? present
          onChange({ ...rule, when: beginnings[trigger] })
        }}
      >
        {triggersOf(type).map((trigger) => (
          <option key={trigger} value={trigger}>
            {triggerTexts[trigger]}
          </option>
        ))}
      </Select>
      {typeof when === 'object' && 'workItemLimit' in when ? (
        <Input
          className={styles.share}
          type="number"
          aria-label={`${label}: work items`}
          value={String(when.workItemLimit)}
          onChange={(_, data) => onChange({ ...rule, when: { workItemLimit: Number(data.value) } })}
        />
      ) : null}
      {typeof when === 'object' && 'averageWait' in when ? (
        <DurationInput
          label={`${label}: wait`}
          duration={when.averageWait}
          onChange={(averageWait) => onChange({ ...rule, when: { averageWait } })}
        />
      ) : null}
    </>
  )
}
