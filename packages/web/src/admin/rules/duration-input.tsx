import { Input, Select } from '@fluentui/react-components'
import styles from './duration-input.module.css'
import { durationParts, durationUnits, unitWords } from './duration-words.ts'

export interface DurationInputProps {
  readonly label: string
  /** As the document writes it: "90s", "PT2H". */
  readonly duration: string
  readonly onChange: (duration: string) => void
}

/** A duration as a number and its unit. */
export function DurationInput({ label, duration, onChange }: DurationInputProps) {
  const parts = durationParts(duration)
  const count = parts?.count ?? duration.replace(/\D/g, '')
  const unit = parts?.unit ?? durationUnits.find((known) => duration.endsWith(known)) ?? 'm'
  return (
    <span className={styles.duration}>
      <Input
        className={styles.count}
        aria-label={label}
        inputMode="numeric"
        value={String(count)}
        onChange={(_, data) => onChange(`${data.value.replace(/\D/g, '')}${unit}`)}
      />
      <Select aria-label={`${label}: unit`} value={unit} onChange={(_, data) => onChange(`${count}${data.value}`)}>
        {durationUnits.map((known) => (
          <option key={known} value={known}>
            {`${unitWords[known]}s`}
          </option>
        ))}
      </Select>
    </span>
  )
}
