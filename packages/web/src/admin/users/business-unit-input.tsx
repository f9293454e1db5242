import { Combobox, type ComboboxProps, Option } from '@fluentui/react-components'

export interface BusinessUnitInputProps extends Omit<ComboboxProps, 'onChange' | 'value' | 'children'> {
  readonly units: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of the business units there are, or a new one. */
export function BusinessUnitInput({ units, value, onChange, ...rest }: BusinessUnitInputProps) {
  return (
    <Combobox
      {...rest}
      freeform
      value={value}
      selectedOptions={[value]}
      onChange={(event) => onChange(event.target.value)}
      onOptionSelect={(_, { optionValue }) => onChange(optionValue ?? '')}
    >
      {units.map((unit) => (
        <Option key={unit} value={unit}>
          {unit}
        </Option>
      ))}
    </Combobox>
  )
}
