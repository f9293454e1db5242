import { Checkbox } from '@fluentui/react-components'
import styles from './checkbox-group.module.css'

export interface CheckboxGroupProps<Value extends string> {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Value[]
  readonly values: readonly Value[]
  readonly isReadOnly: boolean
  /** In the order of the choices. */
  readonly onChange: (values: Value[]) => void
}

/** Some of a few, as boxes to tick. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { label, hint, choices, values, isReadOnly, onChange } = props
  const toggle = (choice: Value, isChecked: boolean) =>
    onChange(choices.filter((known) => (known === choice ? isChecked : values.includes(known))))
  return (
    <fieldset className={styles.group} disabled={isReadOnly}>
      <legend className={styles.label}>{label}</legend>
      {choices.map((choice) => (
        <Checkbox
          key={choice}
          label={choice}
          checked={values.includes(choice)}
          disabled={isReadOnly}
          onChange={(_, { checked }) => toggle(choice, checked === true)}
        />
      ))}
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </fieldset>
  )
}
