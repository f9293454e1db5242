import { Text } from '@fluentui/react-components'
import { type Capability, type Role, roleCapabilities, roles } from '@unified-routing/contract'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { countOf } from '../../ui/words.ts'
import { peopleOf } from './person.ts'

interface Persona {
  readonly name: string
  /** What makes a role count as this persona. */
  readonly capability: Capability
  readonly text: string
}

const personas: readonly Persona[] = [
  {
    name: 'Representative',
    capability: 'handleWork',
    text: 'takes work, hands it over and sets the own presence',
  },
  {
    name: 'Supervisor',
    capability: 'supervise',
    text: 'sees the work of everybody, assigns and transfers it, and sets the presence of others',
  },
  {
    name: 'Administrator',
    capability: 'editConfiguration',
    text: 'sets up rules, queues, skills, capacity profiles, presences and users',
  },
]

interface RoleRow {
  readonly role: Role
  readonly holders: number
}

/** Which roles count as which persona. The mapping is part of the product, so it is shown and not edited. */
export function PersonasPage() {
  const { document } = useConfiguration()
  const people = useMemo(() => peopleOf(document), [document])
  const rows = useMemo(
    () => roles.map((role) => ({ role, holders: people.filter((person) => person.roles.includes(role)).length })),
    [people],
  )
  const without = people.filter((person) => person.roles.length === 0)
  return (
    <Page
      title="Role persona mapping"
      lead="A persona is what a role makes of somebody. Roles count when users hold them directly."
    >
      <Section title="Personas">
        {personas.map(({ name, text }) => (
          <Text key={name}>
            <strong>{name}</strong> {text}.
          </Text>
        ))}
      </Section>
      <Text>
        What each role may do in detail stands under <RouterLink to="/admin/security/roles">Roles</RouterLink>.
      </Text>
      <DataTable label="Roles and their personas" columns={columns} rows={rows} rowKey={({ role }) => role} />
      {without.length > 0 ? (
        <Text>
          {countOf(without.length, 'user')} {without.length === 1 ? 'has' : 'have'} no role and therefore no persona:{' '}
          {without.slice(0, NAMED_MAX).map(({ name, fullName }, index) => (
            <span key={name}>
              {index > 0 ? ', ' : ''}
              <RouterLink to="/admin/users/$name" params={{ name }}>
                {fullName}
              </RouterLink>
            </span>
          ))}
          {without.length > NAMED_MAX ? ` and ${without.length - NAMED_MAX} more` : ''}.
        </Text>
      ) : null}
    </Page>
  )
}

const NAMED_MAX = 20

const columns: readonly Column<RoleRow>[] = [
  { key: 'role', header: 'Role', width: 'wide', render: ({ role }) => role },
  ...personas.map(({ name, capability }) => ({
    key: name,
    header: name,
    render: ({ role }: RoleRow) => (roleCapabilities[role].includes(capability) ? 'Yes' : 'No'),
  })),
  {
    key: 'holders',
    header: 'Users',
    render: ({ role, holders }) => (
      <RouterLink to="/admin/users" search={{ where: { role } }}>
        {countOf(holders, 'user')}
      </RouterLink>
    ),
  },
]
