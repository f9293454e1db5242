import { Input, Select, Textarea } from '@fluentui/react-components'
import { LookupPicker } from '../../../records/lookup-picker.tsx'
import { DurationInput } from '../duration-input.tsx'
import { ChoiceInput } from './choice-input.tsx'
import { DateInput } from './date-input.tsx'
import type { operandOf } from './model.ts'
import type { ValueControl } from './value-control.ts'

type Operand = ReturnType<typeof operandOf>

export interface ValueInputProps {
  readonly label: string
  readonly control: ValueControl
  readonly value: Operand
  readonly onChange: (value: Operand) => void
}

/** The value of a comparison, given by the control that suits it. */
export function ValueInput({ label, control, value, onChange }: ValueInputProps) {
  switch (control.type) {
    case 'nothing':
      return null
    case 'choice':
      return <Chosen control={control} {...{ label, value, onChange }} />
    case 'boolean':
      return (
        <Select
          aria-label={label}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(_, data) => onChange(data.value === 'true')}
        >
          {typeof value === 'boolean' ? null : <option value="">–</option>}
          <option value="true">Yes</option>
          <option value="false">No</option>
        </Select>
      )
    case 'row':
      return <LookupPicker label={label} table={control.table} id={textOf(value)} withIds onPick={onChange} />
    case 'date':
      return <DateInput label={label} value={textOf(value)} onChange={onChange} />
    case 'duration':
      return <DurationInput label={label} duration={textOf(value)} onChange={onChange} />
    default:
      return <Typed control={control} {...{ label, value, onChange }} />
  }
}

interface ChosenProps extends ValueInputProps {
  readonly control: Extract<ValueControl, { type: 'choice' }>
}

/** Equality with several values is legal too, and then all of them are shown. */
function Chosen({ label, control, value, onChange }: ChosenProps) {
  const isList = control.isList || Array.isArray(value)
  const values = (Array.isArray(value) ? value : [value ?? '']).map(String)
  return (
    <ChoiceInput
      label={label}
      choices={control.choices}
      isOpen={control.isOpen}
      isList={isList}
      values={isList ? values.filter((one) => one !== '') : values}
      onChoose={(chosen) => onChange(isList ? [...chosen] : chosen[0] === '' ? undefined : chosen[0])}
    />
  )
}

interface TypedProps extends ValueInputProps {
  readonly control: Extract<ValueControl, { type: 'text' | 'number' }>
}

function Typed({ label, control, value, onChange }: TypedProps) {
  const isNumber = control.type === 'number'
  // "1." on its way to "1.5" stays a text.
  const read = (typed: string) => (isNumber && String(Number(typed)) === typed ? Number(typed) : typed)
  if (control.isList || Array.isArray(value)) {
    const lines = Array.isArray(value) ? value : [value ?? '']
    return (
      <Textarea
        aria-label={`${label}, one a line`}
        placeholder="One value a line"
        resize="vertical"
        value={lines.map((line) => String(line ?? '')).join('\n')}
        onChange={(_, data) => onChange(data.value.split('\n').map(read))}
      />
    )
  }
  return (
    <Input
      aria-label={label}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={textOf(value)}
      onChange={(_, data) => onChange(read(data.value))}
    />
  )
}

function textOf(value: Operand): string {
  return value === undefined || value === null || Array.isArray(value) ? '' : String(value)
}
