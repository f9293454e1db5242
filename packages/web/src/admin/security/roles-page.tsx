import { Text } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import {
  accessLevelMeanings,
  accessLevels,
  type Privilege,
  privileges,
  type Role,
  roleAccess,
  roleCapabilities,
  roles,
} from '@unified-routing/contract'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import hidden from '../../ui/visually-hidden.module.css'
import styles from './roles-page.module.css'

const lines: readonly Privilege[] = privileges
const groups = [...new Set(lines.map(({ group }) => group))]

/** The matrix of roles: who may do what. The server holds everybody to it. */
export function RolesPage() {
  return (
    <Page
      title="Roles"
      lead="What each role allows. Roles add up: somebody with two may do what either allows. People get their roles under Users; only a System Administrator can give them."
    >
      <Section title="How far a privilege reaches">
        <Text block>
          Where a privilege names a level, it reaches rows, work and users only so far. Whoever holds work, or is
          offered it, always sees it with its record.
        </Text>
        <ul className={styles.levels}>
          {accessLevels.map((level) => (
            <li key={level}>
              <Text weight="semibold">{level}</Text>: {accessLevelMeanings[level]}
            </li>
          ))}
        </ul>
      </Section>
      {groups.map((group) => (
        <Section key={group} title={group}>
          <div className={styles.matrix}>
            <DataTable
              label={`${group}: privileges by role`}
              columns={columns}
              rows={lines.filter((line) => line.group === group)}
              rowKey={({ name }) => name}
            />
          </div>
        </Section>
      ))}
    </Page>
  )
}

const columns: readonly Column<Privilege>[] = [
  { key: 'privilege', header: 'Privilege', width: 'wide', render: ({ name }) => name },
  ...roles.map(
    (role): Column<Privilege> => ({
      key: role,
      header: role,
      render: (privilege) => <Allowed role={role} privilege={privilege} />,
    }),
  ),
]

function Allowed({ role, privilege: { capability, access } }: { readonly role: Role; readonly privilege: Privilege }) {
  const isAllowed = roleCapabilities[role].includes(capability)
  return isAllowed && access !== undefined ? <Text>{roleAccess[role][access]}</Text> : <Tick isAllowed={isAllowed} />
}

function Tick({ isAllowed }: { readonly isAllowed: boolean }) {
  if (!isAllowed) return <span className={styles.no}>No</span>
  return (
    <>
      <CheckmarkRegular className={styles.tick} aria-hidden="true" />
      <span className={hidden.hidden}>Yes</span>
    </>
  )
}
