import { Field } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'
import { type ReferenceChoice, ReferencePicker } from './reference-picker.tsx'

export interface ReferenceFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly choices: readonly ReferenceChoice[]
  /** What is so when nothing is chosen: "Always open". */
  readonly placeholder?: string
}

/** One row of another list, or none. */
export function ReferenceField<Values extends FieldValues>(props: ReferenceFieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, value, ...rest } = field
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <ReferencePicker
          {...rest}
          choices={props.choices}
          chosen={String(value ?? '')}
          disabled={isReadOnly}
          placeholder={props.placeholder}
          onPick={onChange}
        />
      </Field>
    </div>
  )
}
