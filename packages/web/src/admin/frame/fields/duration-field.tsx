import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { durationOfWords, durationWords } from '../duration-words.ts'
import { type FieldProps, useField } from '../form-context.ts'

/** A duration in words, "90 s" or "5 min". The form holds it as the document writes it. */
export function DurationField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, onBlur, value, ...rest } = field
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <Input
          {...rest}
          readOnly={isReadOnly}
          value={typed ?? durationWords(String(value ?? ''))}
          onChange={(_, data) => {
            setTyped(data.value)
            onChange(durationOfWords(data.value))
          }}
          onBlur={() => {
            setTyped(null)
            onBlur()
          }}
        />
      </Field>
    </div>
  )
}
