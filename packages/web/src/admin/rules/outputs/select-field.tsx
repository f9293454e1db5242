import { Field, Select } from '@fluentui/react-components'

export interface SelectFieldProps {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  /** Empty: nothing is chosen. */
  readonly value: string
  /** What stands for no choice; absent: one must be chosen. */
  readonly none?: string
  readonly hint?: string
  readonly isReadOnly?: boolean
  /** By which a summary of problems finds it. */
  readonly field?: string
  readonly onChange: (value: string) => void
}

/** Chooses one of a few. A value that is not among them stays visible until it is replaced. */
export function SelectField(props: SelectFieldProps) {
  const { label, choices, value, none, hint, isReadOnly = false, field, onChange } = props
  const isKnown = value === '' || choices.some((choice) => choice.value === value)
  return (
    <Field label={label} hint={hint} data-field={field}>
      <Select value={value} disabled={isReadOnly} onChange={(_, data) => onChange(data.value)}>
        {none === undefined && value !== '' ? null : <option value="">{none ?? '–'}</option>}
        {isKnown ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  )
}

export function choicesOf(names: readonly string[]): SelectFieldProps['choices'] {
  return names.map((name) => ({ value: name, text: name }))
}
