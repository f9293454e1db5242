import { Text } from '@fluentui/react-components'
import { type Capability, isRole, roleCapabilities, roles } from '@unified-routing/contract'
import { builtInRoles, type CustomRole } from '@unified-routing/routing'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterButton, RouterLink } from '../../ui/router-links.tsx'
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
  readonly role: string
  /** An administrator's own. */
  readonly isCustom: boolean
  readonly capabilities: readonly Capability[]
  readonly holders: number
}

/** Which roles count as which persona. Those of the product are fixed; each custom role leads to where it is mapped. */
export function PersonasPage() {
  const { document } = useConfiguration()
  const people = useMemo(() => peopleOf(document), [document])
  const { customRoles } = document
  const rows = useMemo(
    () =>
      rowsOf(customRoles).map((row) => ({
        ...row,
        holders: people.filter((person) => person.roles.includes(row.role)).length,
      })),
    [people, customRoles],
  )
  const without = people.filter((person) => person.roles.length === 0)
  return (
    <Page
      title="Role persona mapping"
      lead="A persona is what a role makes of somebody. Roles count when users hold them directly."
      commands={
        <RouterButton to="/admin/$noun" params={{ noun: 'custom-roles' }}>
          Map custom roles
        </RouterButton>
      }
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

function rowsOf(customRoles: readonly CustomRole[] = []): readonly Omit<RoleRow, 'holders'>[] {
  return [
    ...roles.map((role) => ({ role, isCustom: false, capabilities: roleCapabilities[role] })),
    ...customRoles.map(({ name: role }) => ({
      role,
      isCustom: true,
      capabilities: builtInRoles([role], customRoles)
        .filter(isRole)
        .flatMap((like) => roleCapabilities[like]),
    })),
  ]
}

const NAMED_MAX = 20

const columns: readonly Column<RoleRow>[] = [
  {
    key: 'role',
    header: 'Role',
    width: 'wide',
    render: ({ role, isCustom }) =>
      isCustom ? (
        <RouterLink to="/admin/$noun/$name" params={{ noun: 'custom-roles', name: role }}>
          {role}
        </RouterLink>
      ) : (
        role
      ),
  },
  { key: 'kind', header: 'Kind', width: 'narrow', render: ({ isCustom }) => (isCustom ? 'Custom' : 'Product') },
  ...personas.map(({ name, capability }) => ({
    key: name,
    header: name,
    render: ({ capabilities }: RoleRow) => (capabilities.includes(capability) ? 'Yes' : 'No'),
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
