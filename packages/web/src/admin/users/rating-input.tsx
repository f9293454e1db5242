import { Input, Select } from '@fluentui/react-components'
import { type RatingScale, ratingText } from './skill-words.ts'

/** A scale with more steps is typed, not chosen from a list. */
const LISTED_STEPS_MAX = 20

export interface RatingInputProps {
  readonly label: string
  readonly scale: RatingScale | null
  /** Null: no rating. */
  readonly rating: number | null
  readonly isReadOnly?: boolean
  readonly onChange: (rating: number | null) => void
}

/** A rating by the words of its model where it has some, else as a number. */
export function RatingInput({ label, scale, rating, isReadOnly = false, onChange }: RatingInputProps) {
  if (scale === null || scale.max - scale.min >= LISTED_STEPS_MAX) {
    return (
      <Input
        aria-label={label}
        type="number"
        {...(scale === null ? { min: 0 } : { min: scale.min, max: scale.max })}
        step="any"
        readOnly={isReadOnly}
        placeholder="No rating"
        value={rating === null ? '' : String(rating)}
        onChange={(_, { value }) => onChange(value === '' ? null : Number(value))}
      />
    )
  }
  return (
    <Select
      aria-label={label}
      disabled={isReadOnly}
      value={rating === null ? '' : String(rating)}
      onChange={(_, { value }) => onChange(value === '' ? null : Number(value))}
    >
      <option value="">No rating</option>
      {stepsOf(scale, rating).map((step) => (
        <option key={step} value={String(step)}>
          {ratingText(step, scale)}
        </option>
      ))}
    </Select>
  )
}

/** The whole steps, and what is held beside them. */
function stepsOf({ min, max }: RatingScale, rating: number | null): readonly number[] {
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index)
  return rating === null || steps.includes(rating) ? steps : [...steps, rating].toSorted((one, other) => one - other)
}
