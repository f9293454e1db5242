import { Combobox, type ComboboxProps, Option } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { may } from '../../data/permissions.ts'
import { businessUnitsQuery } from '../../data/security-queries.ts'
import { useSession } from '../../data/viewer.ts'

export interface BusinessUnitInputProps extends Omit<ComboboxProps, 'onChange' | 'value' | 'children' | 'readOnly'> {
  /** Those that users are in already. */
  readonly units: readonly string[]
  readonly value: string
  readonly readOnly?: boolean
  readonly onChange: (value: string) => void
}

/** Chooses one of the business units there are, by typing a part of its name. */
export function BusinessUnitInput({ units, value, readOnly = false, onChange, ...rest }: BusinessUnitInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = (typed ?? '').toLowerCase()
  const names = useNames(units).filter((name) => name.toLowerCase().includes(wanted))
  return (
    <Combobox
      {...rest}
      readOnly={readOnly}
      // Without a list, since a read-only combobox would still let one choose.
      {...(readOnly ? { open: false } : {})}
      value={typed ?? value}
      selectedOptions={[value]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(null)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null)
        if (optionValue && !readOnly) onChange(optionValue)
      }}
    >
      {names.map((name) => (
        <Option key={name} value={name}>
          {name}
        </Option>
      ))}
      {names.length === 0 ? (
        <Option disabled text="">
          No business unit of that name
        </Option>
      ) : null}
    </Combobox>
  )
}

/** Those of the tree, for whoever may see it, and those in use. */
function useNames(units: readonly string[]): readonly string[] {
  const session = useSession()
  const { data } = useQuery({ ...businessUnitsQuery, enabled: may(session, 'manageAccounts') })
  return [...new Set([...(data?.items ?? []).map(({ name }) => name), ...units])].toSorted()
}
