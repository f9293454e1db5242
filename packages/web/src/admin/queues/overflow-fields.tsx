import { Text } from '@fluentui/react-components'
import {
  beforeQueueActions,
  type Configuration,
  inQueueActions,
  type OverflowActionName,
  overflowTriggers,
  type Queue,
} from '@unified-routing/routing'
import { type Control, type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { labelOf } from '../../ui/words.ts'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { DurationField } from '../frame/fields/duration-field.tsx'
import { FieldGroup, FieldRow } from '../frame/fields/field-group.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import { queueChoices } from '../nouns/choices.ts'
import { useRuleUses } from '../rules/list/use-rule-uses.ts'
import { isDefaultQueue } from './is-default-queue.ts'
import { OverflowPicture } from './overflow-picture.tsx'
import type { QueueValues } from './queue-values.ts'
import { actionWords, triggerWords } from './queue-words.ts'

type Props = NounFieldsProps<Queue, QueueValues>

/** What happens to work when the queue is closed, full or slow, before it enters and while it waits. */
export function Overflow({ form, configuration, row }: Props) {
  const { control } = form
  const values = useWatch({ control })
  const type = values.type ?? 'messaging'
  if (row !== null && isDefaultQueue(row)) {
    return (
      <Section title="Overflow">
        <Text>A default queue takes everything; nothing overflows from it.</Text>
      </Section>
    )
  }
  return (
    <>
      <Section title="The way of an item">
        <OverflowPicture values={form.getValues()} />
        {row === null ? null : <OverflowUses queue={row.name} />}
      </Section>
      <BeforeQueue form={form} configuration={configuration} type={type} />
      <InQueue form={form} configuration={configuration} type={type} />
    </>
  )
}

/** How often the queue overflowed lately, by what made it. */
function OverflowUses({ queue }: { readonly queue: string }) {
  const uses = useRuleUses('overflow', queue)
  if (uses === null) return null
  const words = [...uses].map(([trigger, count]) => `${triggerText(trigger)}: ${count.toLocaleString('en')}`)
  return (
    <Text size={200}>
      {words.length === 0
        ? 'Nothing overflowed in the last 7 days.'
        : `Overflowed in the last 7 days. ${words.join('; ')}.`}
    </Text>
  )
}

/** As the journal has it: of the conditions before the queue, in it, of a playbook, or by hand. */
function triggerText(trigger: string): string {
  const known = overflowTriggers.find((one) => one === trigger)
  return known === undefined ? labelOf(trigger) : triggerWords[known]
}

interface PartProps {
  readonly form: UseFormReturn<QueueValues>
  readonly configuration: Configuration
  readonly type: Queue['type']
}

function BeforeQueue({ form, configuration, type }: PartProps) {
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'beforeQueue' })
  const triggers = overflowTriggers.filter((trigger) => beforeQueueActions[type][trigger].length > 0)
  const first = triggers[0] ?? 'outOfOperatingHours'
  const rules = useWatch({ control, name: 'beforeQueue' })
  return (
    <Section
      title="Before queueing"
      lead="Looked at once, when an item arrives; operating hours first. Outside of them, without a rule, items are taken anyway."
    >
      <FieldGroup
        name="beforeQueue"
        label=""
        addLabel="Add a condition"
        onAdd={() => append({ when: first, limit: null, wait: '', ...noTarget(beforeQueueActions[type][first]) })}
      >
        {fields.map(({ id }, index) => {
          const name = `beforeQueue.${index}` as const
          const when = rules[index]?.when ?? first
          return (
            <FieldRow key={id} name={name} removeLabel={`Remove condition ${index + 1}`} onRemove={() => remove(index)}>
              <ChoiceField
                control={control}
                name={`${name}.when`}
                label={`Condition ${index + 1}`}
                choices={triggers.map((trigger) => ({ value: trigger, label: triggerWords[trigger] }))}
              />
              {when === 'workItemLimit' ? (
                <NumberField control={control} name={`${name}.limit`} label="Items" hint="1 to 100" />
              ) : null}
              {when === 'averageWait' ? (
                <DurationField control={control} name={`${name}.wait`} label="Wait time" hint="30 s to 60 min" />
              ) : null}
              <ActionFields
                form={form}
                configuration={configuration}
                type={type}
                name={name}
                actions={beforeQueueActions[type][when]}
              />
            </FieldRow>
          )
        })}
      </FieldGroup>
    </Section>
  )
}

const waitHints: Readonly<Record<Queue['type'], string>> = {
  voice: '1 to 60 min',
  messaging: '1 min to 2 d',
  record: '3 min to 2 d',
}

function InQueue({ form, configuration, type }: PartProps) {
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'inQueue' })
  return (
    <Section
      title="When queued"
      lead="For items that wait longer than this, whatever keeps people from them. The clock starts anew in each queue."
    >
      <FieldGroup
        name="inQueue"
        label=""
        addLabel="Add a waiting time"
        onAdd={() => append({ wait: '10m', ...noTarget(inQueueActions[type]) })}
      >
        {fields.map(({ id }, index) => {
          const name = `inQueue.${index}` as const
          return (
            <FieldRow
              key={id}
              name={name}
              removeLabel={`Remove waiting time ${index + 1}`}
              onRemove={() => remove(index)}
            >
              <DurationField
                control={control}
                name={`${name}.wait`}
                label="Waiting longer than"
                hint={waitHints[type]}
              />
              <ActionFields
                form={form}
                configuration={configuration}
                type={type}
                name={name}
                actions={inQueueActions[type]}
              />
            </FieldRow>
          )
        })}
      </FieldGroup>
    </Section>
  )
}

interface ActionFieldsProps extends PartProps {
  readonly name: `beforeQueue.${number}` | `inQueue.${number}`
  /** Those that may follow the condition. */
  readonly actions: readonly OverflowActionName[]
}

/** The action, of those the condition allows, and where it leads to. */
function ActionFields({ form: { control }, configuration, type, name, actions }: ActionFieldsProps) {
  const action = useAction(control, name)
  const own = useWatch({ control, name: 'name' })
  const offered = actions.includes(action) ? actions : [action, ...actions]
  return (
    <>
      <ChoiceField
        control={control}
        name={`${name}.action`}
        label="Action"
        choices={offered.map((one) => ({ value: one, label: actionWords(one, type) }))}
      />
      {action === 'transferToQueue' ? (
        <ReferenceField
          control={control}
          name={`${name}.queue`}
          label="To queue"
          choices={queueChoices(configuration, type).filter((queue) => queue.name !== own)}
        />
      ) : null}
      {action === 'transferToNumber' ? <TextField control={control} name={`${name}.phone`} label="Number" /> : null}
    </>
  )
}

function useAction(control: Control<QueueValues>, name: ActionFieldsProps['name']): OverflowActionName {
  return useWatch({ control, name: `${name}.action` })
}

function noTarget(actions: readonly OverflowActionName[]) {
  return { action: actions[0] ?? 'transferToQueue', queue: '', phone: '' }
}
