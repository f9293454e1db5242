import { CheckmarkRegular } from '@fluentui/react-icons'
import { type Privilege, privileges, roleCapabilities, roles } from '@unified-routing/contract'
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
      render: ({ capability }) => <Tick isAllowed={roleCapabilities[role].includes(capability)} />,
    }),
  ),
]

function Tick({ isAllowed }: { readonly isAllowed: boolean }) {
  if (!isAllowed) return <span className={styles.no}>No</span>
  return (
    <>
      <CheckmarkRegular className={styles.tick} aria-hidden="true" />
      <span className={hidden.hidden}>Yes</span>
    </>
  )
}
