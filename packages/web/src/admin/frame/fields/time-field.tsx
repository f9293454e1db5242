import { Field, Input } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'

/** A clock time or a date, by the browser's own control. */
export function TimeField<Values extends FieldValues>(props: FieldProps<Values> & { readonly type: 'time' | 'date' }) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, value, ...rest } = field
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <Input
          {...rest}
          type={props.type}
          readOnly={isReadOnly}
          value={String(value ?? '')}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
    </div>
  )
}
