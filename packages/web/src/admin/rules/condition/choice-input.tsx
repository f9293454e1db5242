import { Combobox, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { Choice } from './value-control.ts'

export interface ChoiceInputProps {
  readonly label: string
  readonly choices: readonly Choice[]
  /** What is chosen; of several when `isList`. */
  readonly values: readonly string[]
  readonly isList: boolean
  /** Other values than the choices may be typed. */
  readonly isOpen: boolean
  readonly onChoose: (values: readonly string[]) => void
}

/** Chooses one or several of a list at hand by typing a part of the text. */
export function ChoiceInput({ label, choices, values, isList, isOpen, onChoose }: ChoiceInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const textOf = (value: string) => choices.find((choice) => choice.value === value)?.text ?? value
  const wanted = (typed ?? '').trim().toLowerCase()
  const known = [...choices, ...values.filter((value) => !choices.some((choice) => choice.value === value)).map(own)]
  const matching = known.filter(({ text }) => text.toLowerCase().includes(wanted))
  const isNew = isOpen && wanted !== '' && !known.some(({ text }) => text.toLowerCase() === wanted)
  return (
    <Combobox
      aria-label={label}
      expandIcon={{ tabIndex: -1 }}
      onFocus={(event) => event.currentTarget.select()}
      multiselect={isList}
      value={typed ?? values.map(textOf).join(', ')}
      selectedOptions={[...values]}
      onChange={(event) => setTyped(event.target.value)}
      onOpenChange={(_, { open }) => (open && isList ? setTyped('') : undefined)}
      onBlur={() => {
        if (isNew && typed !== null && !isList) onChoose([typed.trim()])
        setTyped(null)
      }}
      onOptionSelect={(_, { optionValue, selectedOptions }) => {
        setTyped(isList ? '' : null)
        if (isList) onChoose(selectedOptions)
        else if (optionValue !== undefined) onChoose([optionValue])
      }}
    >
      {matching.map(({ value, text }) => (
        <Option key={value} value={value} text={text}>
          {text === '' ? '(empty)' : text}
        </Option>
      ))}
      {isNew ? (
        <Option value={typed?.trim() ?? ''} text={typed?.trim() ?? ''}>{`Use “${typed?.trim()}”`}</Option>
      ) : null}
      {matching.length === 0 && !isNew ? <Option disabled text="">{`Nothing of that name`}</Option> : null}
    </Combobox>
  )
}

function own(value: string): Choice {
  return { value, text: value }
}
