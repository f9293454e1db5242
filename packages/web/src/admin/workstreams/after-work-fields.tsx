import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import { workstreamSettings } from '@unified-routing/routing'
import { DurationInput } from '../rules/duration-input.tsx'
import styles from './detail-fields.module.css'
import type { DetailFieldsProps } from './detail-fields.tsx'
import { fieldProblem } from './field-problem.ts'

const CUSTOM_BLOCK = '1m'
const FIRST_AUTO_CLOSE = '1d'
const asynchronous: readonly string[] = ['persistentChat', 'sms', 'whatsApp', 'facebook', 'teams', 'custom']

/** What holds capacity after the work, who gets the customer again, and when a quiet conversation ends. */
export function AfterWorkFields({ draft }: DetailFieldsProps) {
  const { row, isReadOnly, change } = draft
  const { wrapUp = 'alwaysBlock', channel, autoCloseAfterInactivity } = row
  const isPersistent = channel === 'persistentChat'
  return (
    <div className={styles.fields}>
      <Field label="Block capacity for wrap-up">
        <RadioGroup
          value={typeof wrapUp === 'string' ? wrapUp : 'block'}
          disabled={isReadOnly}
          onChange={(_, { value }) =>
            change({
              ...row,
              wrapUp: value === 'block' ? { block: CUSTOM_BLOCK } : value === 'dontBlock' ? 'dontBlock' : 'alwaysBlock',
            })
          }
        >
          <Radio value="alwaysBlock" label="Always block, until it is closed" />
          <Radio value="block" label="Custom time" />
          <Radio value="dontBlock" label="Don't block" />
        </RadioGroup>
      </Field>
      {typeof wrapUp === 'string' ? null : (
        <Field label="Blocked for" hint="30 seconds to 60 minutes" {...fieldProblem(draft, 'wrapUp.block')}>
          <DurationInput
            label="Blocked for"
            duration={wrapUp.block}
            onChange={(block) => change({ ...row, wrapUp: { block } })}
          />
        </Field>
      )}
      {row.type === 'record' ? null : (
        <Switch
          label="Keep the same representative for the entire conversation"
          checked={workstreamSettings(row).affinity}
          disabled={isReadOnly || isPersistent}
          onChange={(_, { checked }) => change({ ...row, affinity: checked })}
        />
      )}
      {isPersistent ? (
        <span className={styles.hint}>A persistent chat always returns to its representative.</span>
      ) : null}
      {asynchronous.includes(channel) ? (
        <>
          <Switch
            label="Close by itself when the customer stays away"
            checked={autoCloseAfterInactivity !== undefined}
            disabled={isReadOnly}
            onChange={(_, { checked }) => {
              const { autoCloseAfterInactivity: _before, ...rest } = row
              change(checked ? { ...rest, autoCloseAfterInactivity: FIRST_AUTO_CLOSE } : rest)
            }}
          />
          {autoCloseAfterInactivity === undefined ? null : (
            <Field label="Close after" {...fieldProblem(draft, 'autoCloseAfterInactivity')}>
              <DurationInput
                label="Close after"
                duration={autoCloseAfterInactivity}
                onChange={(after) => change({ ...row, autoCloseAfterInactivity: after })}
              />
            </Field>
          )}
        </>
      ) : null}
    </div>
  )
}
