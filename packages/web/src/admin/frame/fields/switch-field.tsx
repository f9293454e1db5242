import { Field, Switch } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'

export function SwitchField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, value, ...rest } = field
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <Switch
          {...rest}
          checked={value === true}
          disabled={isReadOnly}
          onChange={(_, data) => onChange(data.checked)}
        />
      </Field>
    </div>
  )
}
