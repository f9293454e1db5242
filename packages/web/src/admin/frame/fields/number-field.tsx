import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'

/** A number, null while empty, and NaN while what was typed is none, which the validator names. */
export function NumberField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, onBlur, value, ...rest } = field
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <Input
          {...rest}
          inputMode="decimal"
          readOnly={isReadOnly}
          value={typed ?? textOf(value)}
          onChange={(_, data) => {
            setTyped(data.value)
            onChange(numberOf(data.value))
          }}
          onBlur={() => {
            if (!Number.isNaN(value)) setTyped(null)
            onBlur()
          }}
        />
      </Field>
    </div>
  )
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim().replace(',', '.'))
}

function textOf(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}
