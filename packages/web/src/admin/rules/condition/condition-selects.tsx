import { Select } from '@fluentui/react-components'
import { operators } from '@unified-routing/routing'
import type {
  CombinatorSelectorProps,
  FieldSelectorProps,
  OperatorSelectorProps,
  ValueEditorProps,
  ValueSourceSelectorProps,
} from 'react-querybuilder'
import { rootOf } from './attributes.ts'
import { operandOf } from './model.ts'
import { PathPicker } from './path-picker.tsx'
import { valueControl } from './value-control.ts'
import { ValueInput } from './value-input.tsx'
import { operatorsFor, resolved } from './vocabulary.ts'
import { useVocabulary } from './vocabulary-context.ts'
import { operatorText } from './words.ts'

/** "2.1": the first part of the second part of the whole, as its controls are called. */
export function placeText(path: readonly number[]): string {
  return path.map((index) => index + 1).join('.')
}

const combinatorTexts = {
  all: 'All of these hold',
  any: 'Any of these holds',
  none: 'None of these holds',
  notAll: 'Not all of these hold',
} as const

/** A part that the document writes without its group is shown as the group that it is when it gets company. */
const shownAs: Readonly<Record<string, string>> = { only: 'all', not: 'none' }

export function CombinatorSelect({ path, value = 'all', handleOnChange }: CombinatorSelectorProps) {
  const label =
    path.length === 0 ? 'Which conditions must hold' : `Which conditions of group ${placeText(path)} must hold`
  return (
    <Select aria-label={label} value={shownAs[value] ?? value} onChange={(_, data) => handleOnChange(data.value)}>
      {Object.entries(combinatorTexts).map(([name, text]) => (
        <option key={name} value={name}>
          {text}
        </option>
      ))}
    </Select>
  )
}

export function AttributeSelect({ path, rule, handleOnChange }: FieldSelectorProps) {
  const vocabulary = useVocabulary()
  return (
    <PathPicker
      label={`Attribute of condition ${placeText(path)}`}
      vocabulary={vocabulary}
      path={rule.field}
      root={rootOf(vocabulary, 'left')}
      autoFocus={rule.field === ''}
      onPick={handleOnChange}
    />
  )
}

export function OperatorSelect({ path, rule, handleOnChange }: OperatorSelectorProps) {
  const vocabulary = useVocabulary()
  const kind = resolved(rule.field, vocabulary)?.kind
  const possible = operatorsFor(rule.field, vocabulary)
  const present = operators.find((operator) => operator === rule.operator)
  // What an attribute no longer supports stays visible until it is replaced.
  const shown = present === undefined || possible.includes(present) ? possible : [...possible, present]
  return (
    <Select
      aria-label={`Operator of condition ${placeText(path)}`}
      value={rule.operator}
      onChange={(_, data) => handleOnChange(data.value)}
    >
      {shown.map((operator) => (
        <option key={operator} value={operator}>
          {operatorText(operator, kind)}
        </option>
      ))}
    </Select>
  )
}

export function ValueSourceSelect({ path, value, handleOnChange }: ValueSourceSelectorProps) {
  return (
    <Select
      aria-label={`What condition ${placeText(path)} compares with`}
      value={value}
      onChange={(_, data) => handleOnChange(data.value)}
    >
      <option value="value">value</option>
      <option value="field">attribute</option>
    </Select>
  )
}

export function ValueEditor({ path, rule, value, valueSource, handleOnChange }: ValueEditorProps) {
  const vocabulary = useVocabulary()
  const label = `Value of condition ${placeText(path)}`
  if (valueSource === 'field') {
    return (
      <PathPicker
        label={label}
        vocabulary={vocabulary}
        path={typeof value === 'string' ? value : ''}
        root={rootOf(vocabulary, 'right')}
        onPick={handleOnChange}
      />
    )
  }
  const operator = operators.find((known) => known === rule.operator) ?? 'eq'
  const control = valueControl(rule.field, operator, vocabulary)
  return <ValueInput label={label} control={control} value={operandOf(value)} onChange={handleOnChange} />
}
