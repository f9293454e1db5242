import { Text, ToggleButton } from '@fluentui/react-components'
import { useId } from 'react'
import styles from './filter-chips.module.css'

export interface Chip<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface FilterChipsProps<Value extends string> {
  readonly label: string
  readonly chips: readonly Chip<Value>[]
  /** Null: no restriction. */
  readonly chosen: Value | null
  /** Pressing the chosen chip again lifts the restriction, as null. */
  readonly onChoose: (value: Value | null) => void
}

/** One choice of a few, or none, as a row of chips. */
export function FilterChips<Value extends string>({ label, chips, chosen, onChoose }: FilterChipsProps<Value>) {
  const labelId = useId()
  return (
    // A fieldset cannot be laid out in a line with its legend.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div className={styles.chips} role="group" aria-labelledby={labelId}>
      <Text id={labelId} size={200} className={styles.label}>
        {label}
      </Text>
      {chips.map((chip) => (
        <ToggleButton
          key={chip.value}
          className={styles.chip}
          size="small"
          shape="circular"
          appearance={chip.value === chosen ? 'primary' : 'outline'}
          checked={chip.value === chosen}
          onClick={() => onChoose(chip.value === chosen ? null : chip.value)}
        >
          {chip.label}
        </ToggleButton>
      ))}
    </div>
  )
}
