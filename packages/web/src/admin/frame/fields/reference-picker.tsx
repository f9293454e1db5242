import { Combobox, type ComboboxProps, Option } from '@fluentui/react-components'
import { useState } from 'react'
import styles from './reference-picker.module.css'

/** A list of more is for the search, not for the eye. */
const SHOWN_MAX = 50

/** A row that can be chosen. */
export interface ReferenceChoice {
  readonly name: string
  /** What people know it by; absent: its name. */
  readonly text?: string
  readonly detail?: string
}

export interface ReferencePickerProps
  extends Omit<ComboboxProps, 'value' | 'onChange' | 'onSelect' | 'children' | 'selectedOptions' | 'onOptionSelect'> {
  readonly choices: readonly ReferenceChoice[]
  /** The one that is chosen; empty: none. */
  readonly chosen: string
  /** Empty: none. */
  readonly onPick: (name: string) => void
}

/** Chooses a row by typing a part of its name. */
export function ReferencePicker({ choices, chosen, onPick, onBlur, ...rest }: ReferencePickerProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = (typed ?? '').trim().toLowerCase()
  const matching = choices.filter(({ name, text }) => `${text ?? ''} ${name}`.toLowerCase().includes(wanted))
  const chosenChoice = choices.find(({ name }) => name === chosen)
  return (
    <Combobox
      {...rest}
      clearable
      value={typed ?? chosenChoice?.text ?? chosen}
      selectedOptions={chosen === '' ? [] : [chosen]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={(event) => {
        if (typed === '') onPick('')
        setTyped(null)
        onBlur?.(event)
      }}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null)
        onPick(optionValue ?? '')
      }}
    >
      {matching.slice(0, SHOWN_MAX).map(({ name, text, detail }) => (
        <Option key={name} value={name} text={text ?? name}>
          <span>{text ?? name}</span>
          {detail ? <span className={styles.detail}>{detail}</span> : null}
        </Option>
      ))}
      {matching.length > SHOWN_MAX ? (
        <Option disabled text="">{`${matching.length - SHOWN_MAX} more: type a part of the name`}</Option>
      ) : null}
      {matching.length === 0 ? (
        <Option disabled text="">
          Nothing of that name
        </Option>
      ) : null}
    </Combobox>
  )
}
