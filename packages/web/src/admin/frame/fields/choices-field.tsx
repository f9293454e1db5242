import { Checkbox, Field } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../form-context.ts'
import type { Choice } from './choice-field.tsx'
import styles from './choices-field.module.css'
import { textsOf } from './references-field.tsx'

export interface ChoicesFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly choices: readonly Choice[]
}

/** Some of a few fixed values, as check boxes in a line. They are stored in the order of the choices. */
export function ChoicesField<Values extends FieldValues>(props: ChoicesFieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const chosen = textsOf(field.value)
  const toggle = (value: string) =>
    field.onChange(
      props.choices
        .map((choice) => choice.value)
        .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))),
    )
  return (
    <div data-field={props.name}>
      <Field {...frame}>
        <Group>
          {props.choices.map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              checked={chosen.includes(value)}
              disabled={isReadOnly}
              onChange={() => toggle(value)}
              onBlur={field.onBlur}
            />
          ))}
        </Group>
      </Field>
    </div>
  )
}

/** Takes the words of the field around it. */
function Group({ children, ...rest }: { readonly children: ReactNode }) {
  return (
    // A fieldset would need a legend, and the field has a label already.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div {...rest} role="group" className={styles.choices}>
      {children}
    </div>
  )
}
