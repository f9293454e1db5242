import { Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import styles from './name-picker.module.css'

export interface NameChoice {
  readonly name: string
  readonly text: string
  readonly detail?: string
}

export interface NamePickerProps {
  readonly label: string
  readonly choices: readonly NameChoice[]
  /** The one that is chosen; empty: none. */
  readonly name: string
  readonly onPick: (name: string) => void
}

/** Chooses one of a list that is at hand, by typing a part of its text. */
export function NamePicker({ label, choices, name, onPick }: NamePickerProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const chosenText = choices.find((choice) => choice.name === name)?.text ?? name
  const wanted = (typed ?? '').toLowerCase()
  const matching = choices.filter((choice) => choice.text.toLowerCase().includes(wanted))
  return (
    <Field label={label}>
      <Combobox
        value={typed ?? chosenText}
        selectedOptions={name === '' ? [] : [name]}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(null)
          if (optionValue) onPick(optionValue)
        }}
      >
        {matching.map((choice) => (
          <Option key={choice.name} value={choice.name} text={choice.text}>
            <span>{choice.text}</span>
            {choice.detail ? <span className={styles.detail}>{choice.detail}</span> : null}
          </Option>
        ))}
        {matching.length === 0 ? <Option disabled text="">{`No ${label.toLowerCase()} of that name`}</Option> : null}
      </Combobox>
    </Field>
  )
}
