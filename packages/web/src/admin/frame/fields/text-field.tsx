import { Field, Input, Textarea } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'

export interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly isLong?: boolean
}

export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, value, ...rest } = field
  const shared = { ...rest, readOnly: isReadOnly, value: String(value ?? '') }
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        {props.isLong ? (
          <Textarea {...shared} resize="vertical" rows={3} onChange={(_, data) => onChange(data.value)} />
        ) : (
          <Input {...shared} onChange={(_, data) => onChange(data.value)} />
        )}
      </Field>
    </div>
  )
}
