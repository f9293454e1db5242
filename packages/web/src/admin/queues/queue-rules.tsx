import type { Queue } from '@unified-routing/routing'
import { useController } from 'react-hook-form'
import type { NounFieldsProps } from '../frame/noun.ts'
import { QueueRuleEditor } from '../rules/queue/queue-rule-editor.tsx'
import type { QueueValues } from './queue-values.ts'

/** The rules of a queue: which items come first, and, with the custom method, who may take them.
 *
 * Shape: the whole assignment is one value of the form, `assignment`; the editor gives it anew. */
export function QueueRules({ form: { control }, configuration, row, isReadOnly }: NounFieldsProps<Queue, QueueValues>) {
  const { field } = useController({ control, name: 'assignment' })
  return (
    <QueueRuleEditor
      configuration={configuration}
      queue={row?.name ?? ''}
      assignment={field.value}
      isReadOnly={isReadOnly}
      onChange={field.onChange}
    />
  )
}
