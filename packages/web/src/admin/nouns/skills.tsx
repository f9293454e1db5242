import { HatGraduationRegular } from '@fluentui/react-icons'
import type { Configuration, Skill } from '@unified-routing/routing'
import { useMemo } from 'react'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import styles from '../frame/noun-form.module.css'
import { pagesOf } from '../frame/noun-pages.tsx'
import { Holders, type Holding } from './holders.tsx'

type Values = { name: string; type: string; ratingModel: string; description: string }

const skill: Noun<Skill, Values> = {
  path: 'skills',
  list: 'skills',
  words: { one: 'skill', many: 'skills' },
  lead: 'What representatives can do and items may ask for, such as a language or a product.',
  icon: <HatGraduationRegular />,
  emptyText: 'A skill is something work can ask for: a language, a product, a craft. Each has a type.',
  rowsOf: ({ skills = [] }) => skills,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: ({ representatives = [] }) => {
    const holders = new Map<string, number>()
    for (const { skills = {} } of representatives) {
      for (const name of Object.keys(skills)) holders.set(name, (holders.get(name) ?? 0) + 1)
    }
    return [
      { key: 'name', header: 'Name', value: ({ name }) => name },
      { key: 'type', header: 'Type', value: ({ type }) => type },
      { key: 'ratingModel', header: 'Rating model', value: ({ ratingModel }) => ratingModel ?? '' },
      { key: 'holders', header: 'Representatives', width: 'narrow', value: ({ name }) => holders.get(name) ?? 0 },
      { key: 'description', header: 'Description', value: ({ description }) => description ?? '' },
    ]
  },
  filters: ({ skillTypes = [] }) => [{ key: 'type', label: 'Type', values: skillTypes, of: ({ type }) => type }],
  related: [
    { path: 'skill-types', title: 'Skill types' },
    { path: 'rating-models', title: 'Rating models' },
  ],
  labels: { name: 'Name', type: 'Type', ratingModel: 'Rating model', description: 'Description' },
  required: { name: 'Write a name.', type: 'Choose a type.' },
  valuesOf: (row) => ({
    name: row?.name ?? '',
    type: row?.type ?? '',
    ratingModel: row?.ratingModel ?? '',
    description: row?.description ?? '',
  }),
  rowOf: ({ name, type, ratingModel, description }) => ({
    name,
    type,
    ...(ratingModel === '' ? {} : { ratingModel }),
    ...(description === '' ? {} : { description }),
  }),
  Fields: SkillFields,
  Aside: SkillHolders,
}

export const skillPages = pagesOf(skill)

function SkillFields({ form: { control }, configuration, row }: NounFieldsProps<Skill, Values>) {
  const { skillTypes = [], ratingModels = [] } = configuration
  return (
    <FieldsSection title="Details">
      {row === null ? <TextField control={control} name="name" label="Name" isRequired /> : null}
      <ReferenceField
        control={control}
        name="type"
        label="Type"
        isRequired
        choices={skillTypes.map((name) => ({ name }))}
      />
      <ReferenceField
        control={control}
        name="ratingModel"
        label="Rating model"
        hint="The scale of proficiency. Without one a skill is held or not."
        placeholder="None"
        choices={ratingModels.map(({ name, min, max }) => ({ name, detail: `${min} to ${max}` }))}
      />
      <div className={styles.wide}>
        <TextField control={control} name="description" label="Description" isLong />
      </div>
    </FieldsSection>
  )
}

function SkillHolders({ row, configuration }: { readonly row: Skill; readonly configuration: Configuration }) {
  const holding = useMemo(() => holdingOf(row), [row])
  return <Holders configuration={configuration} holding={holding} />
}

function holdingOf({ name, ratingModel }: Skill): Holding {
  return {
    title: 'Representatives',
    lead: 'Who has this skill. Somebody whose skill is switched off is not considered for work that asks for it.',
    valueLabel: 'Rating',
    valueHint: ratingModel
      ? `A rating of ${ratingModel}. Empty: none.`
      : 'The skill has no rating model: leave it empty.',
    heldBy: ({ skills = {} }) => {
      const held = skills[name]
      if (held === undefined) return null
      if (typeof held !== 'object' || held === null) return held === null ? 'None' : String(held)
      return `${held.rating ?? 'None'}${held.active === false ? ', switched off' : ''}`
    },
    given: (representative, value) => ({
      ...representative,
      skills: { ...representative.skills, [name]: withRating(representative.skills?.[name], value) },
    }),
    taken: ({ skills = {}, ...representative }) => {
      const { [name]: _, ...others } = skills
      return Object.keys(others).length === 0 ? representative : { ...representative, skills: others }
    },
  }
}

type HeldSkill = NonNullable<NonNullable<Configuration['representatives']>[number]['skills']>[string]

/** A skill that is switched off stays so. */
function withRating(held: HeldSkill | undefined, rating: number | null): HeldSkill {
  if (typeof held !== 'object' || held === null || held.active !== false) return rating
  return rating === null ? { active: false } : { rating, active: false }
}
