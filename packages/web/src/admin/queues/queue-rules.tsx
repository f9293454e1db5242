import { Text } from '@fluentui/react-components'
import type { Queue } from '@unified-routing/routing'
import { useController } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import type { QueueValues } from './queue-values.ts'
import { methodWords } from './queue-words.ts'

/** The rules of a queue: which items come first, and, with the custom method, who may take them.
 *
 * Shape: the whole assignment is one value of the form, `assignment`; an editor of rules gives it anew. */
export function QueueRules({ form: { control } }: NounFieldsProps<Queue, QueueValues>) {
  const { field } = useController({ control, name: 'assignment' })
  const { method, prioritization = [] } = field.value
  const rulesets = field.value.method === 'custom' ? field.value.rulesets : []
  return (
    <>
      <Section title="Prioritization" lead="Which items are served first. Within a rule, and without one, the oldest.">
        <Names names={prioritization.map(({ name }) => name)} none="No rule: first in, first out." />
      </Section>
      <Section title="Assignment rulesets" lead={methodWords[method].text}>
        <Names
          names={rulesets.map(({ name, rules }) => `${name}: ${rules.map((rule) => rule.name).join(', ')}`)}
          none="Only the custom method has rulesets."
        />
      </Section>
    </>
  )
}

function Names({ names, none }: { readonly names: readonly string[]; readonly none: string }) {
  if (names.length === 0) return <Text>{none}</Text>
  return (
    <ol>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ol>
  )
}
