import { Input, ToggleButton } from '@fluentui/react-components'
import { ClockRegular } from '@fluentui/react-icons'
import styles from './date-input.module.css'

const DATE_LENGTH = 10
const MINUTES_LENGTH = 16

export interface DateInputProps {
  readonly label: string
  /** "2026-03-02", or an instant in ISO 8601. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A date, or with its toggle an instant; instants are given in the browser's zone and written in UTC. */
export function DateInput({ label, value, onChange }: DateInputProps) {
  const hasTime = value.length > DATE_LENGTH
  return (
    <span className={styles.date}>
      <Input
        aria-label={label}
        type={hasTime ? 'datetime-local' : 'date'}
        value={hasTime ? localText(value) : value}
        onChange={(_, data) => onChange(hasTime && data.value !== '' ? new Date(data.value).toISOString() : data.value)}
      />
      <ToggleButton
        icon={<ClockRegular />}
        aria-label={`${label}: with time of day`}
        checked={hasTime}
        disabledFocusable={value === ''}
        onClick={() => onChange(hasTime ? value.slice(0, DATE_LENGTH) : new Date(`${value}T00:00`).toISOString())}
      />
    </span>
  )
}

function localText(iso: string): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return ''
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, MINUTES_LENGTH)
}
