import { Button, Field, Input, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import type { RouteToQueueRule } from '@unified-routing/routing'
import entry from '../../../ui/entry-lines.module.css'
import { NameSelect } from './classification-output-controls.tsx'
import styles from './outputs.module.css'
import { OverflowRulesInput } from './overflow-rules-input.tsx'
import { choicesOf, SelectField } from './select-field.tsx'

const ALLOCATED_QUEUES_MAX = 5
const WHOLE = 100

export interface RouteOutputProps {
  readonly type: 'messaging' | 'record' | 'voice'
  /** Of the workstream's type. */
  readonly queues: readonly string[]
  readonly rule: RouteToQueueRule
  readonly onChange: (rule: RouteToQueueRule) => void
}

/** Where a route-to-queue rule leads: to one queue, or to several by shares; and what happens when one overflows. */
export function RouteOutput({ type, queues, rule, onChange }: RouteOutputProps) {
  const { queue, allocation, ...rest } = rule
  const [first = ''] = queues
  return (
    <>
      <RadioGroup
        aria-label="Leads to"
        layout="horizontal"
        value={allocation === undefined ? 'queue' : 'allocation'}
        onChange={(_, data) =>
          onChange(
            data.value === 'queue'
              ? { ...rest, queue: Object.keys(allocation ?? {})[0] ?? first }
              : { ...rest, allocation: { [queue ?? first]: WHOLE } },
          )
        }
      >
        <Radio value="queue" label="One queue" />
        <Radio value="allocation" label="Several queues by percentage" />
      </RadioGroup>
      {allocation === undefined ? (
        <SelectField
          label="Queue"
          choices={choicesOf(queues)}
          value={queue ?? ''}
          onChange={(chosen) => onChange(withoutStrayOverflow({ ...rest, queue: chosen }))}
        />
      ) : (
        <Shares
          queues={queues}
          shares={allocation}
          onChange={(shares) => onChange(withoutStrayOverflow({ ...rest, allocation: shares }))}
        />
      )}
      <Overrides type={type} queues={queues} rule={rule} onChange={onChange} />
    </>
  )
}

type Shares = Readonly<Record<string, number>>

interface SharesProps {
  readonly queues: readonly string[]
  readonly shares: Shares
  readonly onChange: (shares: Record<string, number>) => void
}

function Shares({ queues, shares, onChange }: SharesProps) {
  const lines = Object.entries(shares)
  const sum = Math.round(lines.reduce((total, [, share]) => total + share, 0) * 1e6) / 1e6
  const unused = queues.find((queue) => !Object.hasOwn(shares, queue))
  const change = (next: readonly (readonly [string, number])[]) => onChange(Object.fromEntries(next))
  return (
    <>
      <ul className={entry.lines} aria-label="Shares">
        {lines.map(([queue, share], index) => (
          // Lines have no names of their own, and their controls keep no state.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={entry.line}>
            <NameSelect
              label={`Queue ${index + 1}`}
              names={queues.filter((name) => name === queue || !Object.hasOwn(shares, name))}
              name={queue}
              onChange={(name) => change(lines.toSpliced(index, 1, [name, share]))}
            />
            <Input
              className={styles.share}
              type="number"
              aria-label={`Percentage of ${queue}`}
              contentAfter="%"
              value={String(share)}
              onChange={(_, data) => change(lines.toSpliced(index, 1, [queue, Number(data.value)]))}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={`Remove ${queue}`}
              disabledFocusable={lines.length === 1}
              onClick={() => change(lines.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <div className={entry.line}>
        <Button
          size="small"
          icon={<AddRegular />}
          disabledFocusable={unused === undefined || lines.length >= ALLOCATED_QUEUES_MAX}
          onClick={() => change([...lines, [unused ?? '', Math.max(0, WHOLE - sum)]])}
        >
          Add queue
        </Button>
        <Text className={styles.sum} data-wrong={sum !== WHOLE} aria-live="polite">
          {sum === WHOLE ? 'Together 100 %' : `Together ${sum} %, it must be 100 %`}
        </Text>
      </div>
    </>
  )
}

/** Overflow of this rule alone, for each queue that it leads to. */
function Overrides({ type, queues, rule, onChange }: RouteOutputProps) {
  return targetsOf(rule).map((queue) => (
    <Field key={queue} label={`When ${queue} overflows`} hint="Without lines here, the queue's own overflow counts.">
      <OverflowRulesInput
        label={`Overflow of ${queue}`}
        type={type}
        queues={queues.filter((name) => name !== queue)}
        rules={rule.overflow?.[queue] ?? []}
        onChange={(rules) => {
          const { [queue]: _replaced, ...others } = rule.overflow ?? {}
          const { overflow: _before, ...rest } = rule
          const overflow = rules.length === 0 ? others : { ...others, [queue]: [...rules] }
          onChange(Object.keys(overflow).length === 0 ? rest : { ...rest, overflow })
        }}
      />
    </Field>
  ))
}

function targetsOf({ queue, allocation }: RouteToQueueRule): readonly string[] {
  return queue === undefined ? Object.keys(allocation ?? {}) : [queue]
}

/** What a rule said about queues to which it no longer leads goes with them. */
function withoutStrayOverflow({ overflow, ...rule }: RouteToQueueRule): RouteToQueueRule {
  const targets = targetsOf(rule)
  const kept = Object.entries(overflow ?? {}).filter(([queue]) => targets.includes(queue))
  return kept.length === 0 ? rule : { ...rule, overflow: Object.fromEntries(kept) }
}
