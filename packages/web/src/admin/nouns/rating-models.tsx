import { RatingMatureRegular } from '@fluentui/react-icons'
import type { RatingModel } from '@unified-routing/routing'
import { useFieldArray } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { FieldGroup, FieldRow } from '../frame/fields/field-group.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { FormProblem } from '../frame/form-context.ts'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import styles from '../frame/noun-form.module.css'
import { pagesOf } from '../frame/noun-pages.tsx'
import { NameLinks } from './name-links.tsx'
import { numberOr } from './values.ts'

type Values = {
  name: string
  min: number | null
  max: number | null
  levels: { name: string; rating: number | null }[]
}

const DEFAULT_MAX = 10

const ratingModel: Noun<RatingModel, Values> = {
  path: 'rating-models',
  list: 'ratingModels',
  words: { one: 'rating model', many: 'rating models' },
  lead: 'Scales of proficiency. A skill with one is held at a rating, and work can ask for at least that.',
  icon: <RatingMatureRegular />,
  emptyText: 'A scale such as 1 to 10 says how well somebody has a skill. Without one a skill is held or not.',
  rowsOf: ({ ratingModels = [] }) => ratingModels,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: ({ skills = [] }) => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'min', header: 'Lowest', width: 'narrow', value: ({ min }) => min },
    { key: 'max', header: 'Highest', width: 'narrow', value: ({ max }) => max },
    { key: 'levels', header: 'Levels', width: 'wide', value: ({ values = {} }) => Object.keys(values).join(', ') },
    {
      key: 'skills',
      header: 'Skills',
      width: 'narrow',
      value: ({ name }) => skills.filter((skill) => skill.ratingModel === name).length,
    },
  ],
  related: [
    { path: 'skills', title: 'Skills' },
    { path: 'skill-types', title: 'Skill types' },
  ],
  labels: { name: 'Name', min: 'Lowest rating', max: 'Highest rating', levels: 'Levels', values: 'Levels' },
  required: { name: 'Write a name.', min: 'Write the lowest rating.', max: 'Write the highest rating.' },
  check: ({ levels }) => levelProblems(levels),
  valuesOf: (row) => ({
    name: row?.name ?? '',
    min: row?.min ?? 1,
    max: row?.max ?? DEFAULT_MAX,
    levels: Object.entries(row?.values ?? {})
      .map(([name, rating]) => ({ name, rating }))
      .sort((one, other) => one.rating - other.rating),
  }),
  rowOf: ({ name, min, max, levels }) => ({
    name,
    min: numberOr(min),
    max: numberOr(max),
    ...(levels.length === 0
      ? {}
      : { values: Object.fromEntries(levels.map((level) => [level.name, numberOr(level.rating)])) }),
  }),
  fieldOf: (place) => (place.startsWith('values') ? 'levels' : place),
  Fields: RatingModelFields,
  Aside: ({ row, configuration: { skills = [] } }) => (
    <Section title="Skills on this scale">
      <NameLinks
        noun="skills"
        names={skills.filter((skill) => skill.ratingModel === row.name).map(({ name }) => name)}
        none="No skill uses it yet."
      />
    </Section>
  ),
}

export const ratingModelPages = pagesOf(ratingModel)

function levelProblems(levels: Values['levels']): readonly FormProblem[] {
  const seen = new Set<string>()
  return levels.flatMap(({ name, rating }, index): FormProblem[] => {
    const field = `levels.${index}.name`
    if (name.trim() === '') return [{ field, message: 'Write a name for this level.' }]
    if (seen.has(name)) return [{ field, message: 'Another level has this name.' }]
    seen.add(name)
    return rating === null ? [{ field: `levels.${index}.rating`, message: 'Write its rating.' }] : []
  })
}

function RatingModelFields({ form: { control }, row }: NounFieldsProps<RatingModel, Values>) {
  const { fields, append, remove } = useFieldArray({ control, name: 'levels' })
  return (
    <Section title="Details" lead="A change does not touch ratings that open items already ask for.">
      <div className={styles.fields}>
        {row === null ? (
          <div className={styles.wide}>
            <TextField control={control} name="name" label="Name" isRequired />
          </div>
        ) : null}
        <NumberField control={control} name="min" label="Lowest rating" hint="A whole number above 0." isRequired />
        <NumberField control={control} name="max" label="Highest rating" isRequired />
      </div>
      <FieldGroup
        name="levels"
        label="Levels"
        hint="Words for some ratings, such as Expert for 10."
        addLabel="Add a level"
        onAdd={() => append({ name: '', rating: null })}
      >
        {fields.map(({ id }, index) => (
          <FieldRow
            key={id}
            name={`levels.${index}`}
            removeLabel={`Remove level ${index + 1}`}
            onRemove={() => remove(index)}
          >
            <TextField control={control} name={`levels.${index}.name`} label={`Level ${index + 1}`} />
            <NumberField control={control} name={`levels.${index}.rating`} label="Rating" />
          </FieldRow>
        ))}
      </FieldGroup>
    </Section>
  )
}
