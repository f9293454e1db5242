import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components'
import type { AssignmentMethod, Queue } from '@unified-routing/routing'
import { useController } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { useFormState } from '../frame/form-context.ts'
import type { NounFieldsProps } from '../frame/noun.ts'
import styles from './assignment-fields.module.css'
import type { QueueValues } from './queue-values.ts'
import { type MethodName, methodWords } from './queue-words.ts'

const methods: readonly MethodName[] = ['highestCapacity', 'roundRobin', 'leastActive', 'none', 'custom']

/** How the queue chooses among its members, each way a card. */
export function Assignment({ form: { control }, row }: NounFieldsProps<Queue, QueueValues>) {
  const { field } = useController({ control, name: 'assignment' })
  const { isReadOnly } = useFormState()
  const choose = (chosen: string) => {
    const method = methods.find((one) => one === chosen)
    if (method) field.onChange(withMethod(field.value, method, row?.assignment))
  }
  return (
    <Section title="How work is given out" lead="Among those who may take an item now, this decides who gets it.">
      <div data-field="assignment">
        <Field label="Assignment method">
          <RadioGroup
            className={styles.cards}
            value={field.value.method}
            disabled={isReadOnly}
            onBlur={field.onBlur}
            onChange={(_, { value }) => choose(value)}
          >
            {methods.map((method) => (
              <div key={method} className={styles.card} data-chosen={field.value.method === method}>
                <Radio value={method} label={methodWords[method].label} />
                <Text className={styles.text}>{methodWords[method].text}</Text>
              </div>
            ))}
          </RadioGroup>
        </Field>
      </div>
    </Section>
  )
}

/** Prioritization belongs to every method. Rulesets that were there come back with the custom method. */
function withMethod(
  before: AssignmentMethod,
  method: MethodName,
  stored: AssignmentMethod | undefined,
): AssignmentMethod {
  const prioritization = before.prioritization ? { prioritization: before.prioritization } : {}
  if (method !== 'custom') return { method, ...prioritization }
  if (before.method === 'custom') return before
  if (stored?.method === 'custom') return { ...stored, ...prioritization }
  const everybody = { name: 'Everybody', when: { all: [] } }
  return { method, rulesets: [{ name: 'Ruleset 1', isDefault: true, rules: [everybody] }], ...prioritization }
}
