import { ToggleButton } from '@fluentui/react-components'
import styles from './filter-chips.module.css'

export interface Chip<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface FilterChipsProps<Value extends string> {
  readonly label: string
  readonly chips: readonly Chip<Value>[]
  readonly chosen: Value
  readonly onChoose: (value: Value) => void
}

/** One choice of a few, as a row of chips. */
export function FilterChips<Value extends string>({ label, chips, chosen, onChoose }: FilterChipsProps<Value>) {
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{label}</legend>
      {chips.map((chip) => (
        <ToggleButton
          key={chip.value}
          size="small"
          shape="circular"
          appearance={chip.value === chosen ? 'primary' : 'outline'}
          checked={chip.value === chosen}
          onClick={() => onChoose(chip.value)}
        >
          {chip.label}
        </ToggleButton>
      ))}
    </fieldset>
  )
}
