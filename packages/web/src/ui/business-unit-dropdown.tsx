import { Dropdown, Field, Option } from '@fluentui/react-components'

export interface BusinessUnitDropdownProps {
  readonly label: string
  readonly hint?: string
  readonly names: readonly string[]
  readonly value: string
  readonly onChange: (name: string) => void
}

/** Chooses one of the business units of the tree. */
export function BusinessUnitDropdown({ label, hint, names, value, onChange }: BusinessUnitDropdownProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Dropdown
        value={value}
        selectedOptions={[value]}
        onOptionSelect={(_, { optionValue }) => (optionValue === undefined ? undefined : onChange(optionValue))}
      >
        {names.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
