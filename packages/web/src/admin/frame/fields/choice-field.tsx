import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface ChoiceFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly choices: readonly Choice[]
  /** As radio buttons, for few choices worth reading. */
  readonly isOpen?: boolean
}

/** One of a few fixed values. */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, value, ...rest } = field
  const shared = { ...rest, value: String(value ?? ''), disabled: isReadOnly }
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        {props.isOpen ? (
          <RadioGroup {...shared} onChange={(_, data) => onChange(data.value)}>
            {props.choices.map((choice) => (
              <Radio key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </RadioGroup>
        ) : (
          <Select {...shared} onChange={(_, data) => onChange(data.value)}>
            {props.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
