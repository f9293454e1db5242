import { Input, Select, Text } from '@fluentui/react-components'
import type { Configuration } from '@unified-routing/routing'
import type { Output } from './classification-outputs.ts'
import styles from './outputs.module.css'

const ANY_RATING = ''

export interface OutputControlsProps {
  readonly configuration: Configuration
  readonly output: Output
  readonly number: number
  readonly onChange: (output: Output) => void
}

/** The controls of one output line. */
export function OutputControls({ configuration, output, number, onChange }: OutputControlsProps) {
  switch (output.type) {
    case 'skill':
      return <SkillControls {...{ configuration, output, number, onChange }} />
    case 'attribute':
      return (
        <>
          <Text className={styles.what}>Attribute</Text>
          <Input
            aria-label={`Attribute of output ${number}`}
            value={output.name}
            onChange={(_, data) => onChange({ ...output, name: data.value })}
          />
          <Input
            aria-label={`Value of output ${number}`}
            value={String(output.value ?? '')}
            onChange={(_, data) => onChange({ ...output, value: literalOf(data.value) })}
          />
        </>
      )
    case 'capacityProfile':
      return (
        <>
          <Text className={styles.what}>Capacity profile</Text>
          <NameSelect
            label={`Capacity profile of output ${number}`}
            names={(configuration.capacityProfiles ?? []).map(({ name }) => name)}
            name={output.name}
            onChange={(name) => onChange({ ...output, name })}
          />
        </>
      )
    default:
      return (
        <>
          <Text className={styles.what}>Priority score</Text>
          <Input
            aria-label={`Priority score of output ${number}`}
            inputMode="numeric"
            value={String(output.score)}
            onChange={(_, data) => onChange({ ...output, score: Number(data.value.replace(/\D/g, '')) })}
          />
        </>
      )
  }
}

interface SkillControlsProps extends OutputControlsProps {
  readonly output: Extract<Output, { type: 'skill' }>
}

function SkillControls({ configuration, output, number, onChange }: SkillControlsProps) {
  const { skills = [], ratingModels = [] } = configuration
  const modelName = skills.find(({ name }) => name === output.name)?.ratingModel
  const model = ratingModels.find(({ name }) => name === modelName)
  return (
    <>
      <Text className={styles.what}>Skill</Text>
      <NameSelect
        label={`Skill of output ${number}`}
        names={skills.map(({ name }) => name)}
        name={output.name}
        onChange={(name) => onChange({ ...output, name, rating: null })}
      />
      {model === undefined ? null : (
        <Select
          aria-label={`Rating of output ${number}`}
          value={output.rating === null ? ANY_RATING : String(output.rating)}
          onChange={(_, data) => onChange({ ...output, rating: data.value === ANY_RATING ? null : Number(data.value) })}
        >
          <option value={ANY_RATING}>any rating</option>
          {ratingsOf(model, output.rating).map(([rating, text]) => (
            <option key={rating} value={rating}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </>
  )
}

/** The named values of a model, else its whole numbers; the present one is among them. */
function ratingsOf(
  {
    min,
    max,
    values,
  }: { readonly min: number; readonly max: number; readonly values?: Readonly<Record<string, number>> },
  present: number | null,
): readonly (readonly [rating: number, text: string])[] {
  const named = Object.entries(values ?? {}).map(([name, rating]) => [rating, `at least ${name} (${rating})`] as const)
  const whole = Array.from({ length: Math.min(100, Math.floor(max) - Math.ceil(min) + 1) }, (_, index) => {
    const rating = Math.ceil(min) + index
    return [rating, `at least ${rating}`] as const
  })
  const ratings = named.length > 0 ? named : whole
  if (present === null || ratings.some(([rating]) => rating === present)) return ratings
  return [...ratings, [present, `at least ${present}`]]
}

interface NameSelectProps {
  readonly label: string
  readonly names: readonly string[]
  readonly name: string
  readonly onChange: (name: string) => void
}

export function NameSelect({ label, names, name, onChange }: NameSelectProps) {
  return (
    <Select aria-label={label} value={name} onChange={(_, data) => onChange(data.value)}>
      {names.includes(name) ? null : <option value={name}>{name === '' ? '–' : name}</option>}
      {names.map((known) => (
        <option key={known}>{known}</option>
      ))}
    </Select>
  )
}

/** Attributes have no declared type: what looks like a number is one, so that rules can order by it. */
function literalOf(text: string): string | number {
  return text !== '' && String(Number(text)) === text ? Number(text) : text
}
