import { TagMultipleRegular } from '@fluentui/react-icons'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { NameLinks } from './name-links.tsx'

/** The document has skill types as mere words. */
interface SkillType {
  readonly name: string
}

type Values = { name: string }

const skillType: Noun<SkillType, Values> = {
  path: 'skill-types',
  list: 'skillTypes',
  words: { one: 'skill type', many: 'skill types' },
  lead: 'Kinds of skills, such as Language or Product. Every skill has one, and rules can ask for all skills of a type.',
  icon: <TagMultipleRegular />,
  emptyText: 'Before the first skill there is a type for it, such as Language.',
  rowsOf: ({ skillTypes = [] }) => skillTypes.map((name) => ({ name })),
  keyOf: ({ name }) => name,
  withName: (_, name) => ({ name }),
  documentRow: ({ name }) => name,
  columns: ({ skills = [] }) => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    {
      key: 'skills',
      header: 'Skills',
      value: ({ name }) => skills.filter(({ type }) => type === name).length,
    },
  ],
  related: [
    { path: 'skills', title: 'Skills' },
    { path: 'rating-models', title: 'Rating models' },
  ],
  labels: { name: 'Name' },
  required: { name: 'Write a name.' },
  valuesOf: (row) => ({ name: row?.name ?? '' }),
  rowOf: ({ name }) => ({ name }),
  Fields: ({ form, configuration, row }: NounFieldsProps<SkillType, Values>) =>
    row === null ? (
      <Section title="Details">
        <TextField control={form.control} name="name" label="Name" isRequired />
      </Section>
    ) : (
      <Section title="Skills of this type">
        <NameLinks
          noun="skills"
          names={(configuration.skills ?? []).filter(({ type }) => type === row.name).map(({ name }) => name)}
          none="No skill is of this type yet."
        />
      </Section>
    ),
}

export const skillTypePages = pagesOf(skillType)
