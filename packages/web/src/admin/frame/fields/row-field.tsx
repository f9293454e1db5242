import { Field } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import { LookupPicker } from '../../../records/lookup-picker.tsx'
import { type FieldProps, useField } from '../form-context.ts'

/** A row of a table of records, found by its name. */
export function RowField<Values extends FieldValues>(props: FieldProps<Values> & { readonly table: string }) {
  const { field, frame, isReadOnly } = useField(props)
  const { name, ref, onBlur, onChange, value } = field
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <LookupPicker
          name={name}
          ref={ref}
          table={props.table}
          id={String(value ?? '')}
          disabled={isReadOnly}
          onBlur={onBlur}
          onPick={onChange}
        />
      </Field>
    </div>
  )
}
