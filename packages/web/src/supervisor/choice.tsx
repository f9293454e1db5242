import { Field, Select } from '@fluentui/react-components'

export interface ChoiceProps {
  readonly label: string
  /** What choosing none is called. */
  readonly any: string
  readonly value: string | undefined
  /** Empty: none. */
  readonly onChoose: (value: string) => void
  readonly children: readonly { readonly value: string; readonly text: string }[]
}

/** A filter of one value of many, or none. */
export function Choice({ label, any, value, onChoose, children }: ChoiceProps) {
  return (
    <Field label={label} size="small">
      <Select size="small" value={value ?? ''} onChange={(_, chosen) => onChoose(chosen.value)}>
        <option value="">{any}</option>
        {children.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
