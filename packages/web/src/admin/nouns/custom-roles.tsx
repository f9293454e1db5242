import { PersonTagRegular } from '@fluentui/react-icons'
import { type Configuration, type CustomRole, isPersona, personaRoles, personas } from '@unified-routing/routing'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { NameLinks } from './name-links.tsx'

type Values = { name: string; persona: string }

const customRole: Noun<CustomRole, Values> = {
  path: 'custom-roles',
  list: 'customRoles',
  words: { one: 'custom role', many: 'custom roles' },
  lead: 'Security roles of your own. The persona of a role says what it allows.',
  icon: <PersonTagRegular />,
  emptyText: 'A role of your own, such as Seasonal service, has one of the three personas.',
  editableBy: 'manageAccounts',
  rowsOf: ({ customRoles = [] }) => customRoles,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: (configuration) => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'persona', header: 'Persona', value: ({ persona }) => personaWords[persona] },
    { key: 'like', header: 'Allows what this role does', width: 'wide', value: ({ persona }) => personaRoles[persona] },
    { key: 'holders', header: 'Users', width: 'narrow', value: ({ name }) => holdersOf(name, configuration).length },
  ],
  labels: { name: 'Name', persona: 'Persona' },
  required: { name: 'Write a name.', persona: 'Choose a persona.' },
  valuesOf: (row) => ({ name: row?.name ?? '', persona: row?.persona ?? 'representative' }),
  rowOf: ({ name, persona }) => ({ name, persona: isPersona(persona) ? persona : 'representative' }),
  Fields: CustomRoleFields,
  Aside: ({ row, configuration }) => (
    <Section title="Users with this role">
      <NameLinks
        noun="users"
        names={holdersOf(row.name, configuration)}
        none="Nobody has it yet. Give it under Users."
      />
    </Section>
  ),
}

const personaWords = {
  representative: 'Representative',
  supervisor: 'Supervisor',
  administrator: 'Administrator',
} as const

function holdersOf(role: string, { representatives = [] }: Configuration): readonly string[] {
  return representatives.filter(({ roles = [] }) => roles.includes(role)).map(({ name }) => name)
}

function CustomRoleFields({ form, row }: NounFieldsProps<CustomRole, Values>) {
  const chosen = form.watch('persona')
  const like = isPersona(chosen) ? personaRoles[chosen] : ''
  return (
    <Section title="Details" lead={`Whoever has it may do what the role ${like} allows.`}>
      {row === null ? <TextField control={form.control} name="name" label="Name" isRequired /> : null}
      <ChoiceField
        control={form.control}
        name="persona"
        label="Persona"
        isOpen
        choices={personas.map((persona) => ({ value: persona, label: personaWords[persona] }))}
      />
    </Section>
  )
}

export const customRolePages = pagesOf(customRole)
