import { Field, Input, Select, Switch, Textarea } from '@fluentui/react-components'
import { type Control, type ControllerRenderProps, useController } from 'react-hook-form'
import { labelOf } from '../ui/words.ts'
import { checkText, type FormValues, fieldName, type TableColumn } from './form-values.ts'
import { LookupPicker } from './lookup-picker.tsx'

const longTexts: ReadonlySet<string> = new Set(['description', 'notes', 'body'])

export interface ColumnFieldProps {
  readonly column: TableColumn
  readonly control: Control<FormValues>
  readonly isReadOnly: boolean
}

/** One column of a row as a labelled control, with its error under it. */
export function ColumnField({ column, control, isReadOnly }: ColumnFieldProps) {
  const { field, fieldState } = useController({
    name: fieldName(column),
    control,
    rules: { validate: (value) => checkText(column, value) },
  })
  const message = fieldState.error?.message
  return (
    <Field
      label={labelOf(column.name)}
      required={column.required}
      {...(message === undefined ? {} : { validationState: 'error', validationMessage: message })}
    >
      <ColumnControl column={column} field={field} isReadOnly={isReadOnly} />
    </Field>
  )
}

interface ColumnControlProps {
  readonly column: TableColumn
  readonly field: ControllerRenderProps<FormValues, string>
  readonly isReadOnly: boolean
}

function ColumnControl({ column, field, isReadOnly, ...slot }: ColumnControlProps) {
  const { name, ref, onBlur, onChange } = field
  const value = String(field.value ?? '')
  const shared = { ...slot, name, ref, onBlur, disabled: isReadOnly }
  if (column.type === 'boolean') {
    return <Switch {...shared} checked={field.value === true} onChange={(_, data) => onChange(data.checked)} />
  }
  if (column.type === 'choice') {
    return (
      <Select {...shared} value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">–</option>
        {column.choices?.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    )
  }
  if (column.type === 'lookup') {
    return <LookupPicker {...shared} table={column.target ?? ''} id={value} onPick={onChange} />
  }
  if (longTexts.has(column.name)) {
    return (
      <Textarea {...shared} resize="vertical" rows={5} value={value} onChange={(_, data) => onChange(data.value)} />
    )
  }
  const isNumber = column.type === 'integer' || column.type === 'decimal'
  return (
    <Input
      {...shared}
      type={column.type === 'dateTime' ? 'datetime-local' : 'text'}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={value}
      onChange={(_, data) => onChange(data.value)}
    />
  )
}
