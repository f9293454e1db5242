import { Text, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { AddRegular, ArrowDownloadRegular, ArrowUploadRegular, PeopleEditRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { downloadText } from '../../ui/download-text.ts'
import { RouterButton } from '../../ui/router-links.tsx'
import { countOf } from '../../ui/words.ts'
import type { Listing } from '../frame/listed-rows.ts'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { peopleCsv } from './people-csv.ts'
import { BULK_PEOPLE_MAX } from './plan-bulk-edit.ts'
import styles from './user-commands.module.css'
import type { UserRow } from './user-list.ts'
import { UserListColumns } from './user-list-columns.tsx'

export interface UserCommandsProps {
  readonly listing: Listing<UserRow>
  /** As listed. */
  readonly rows: readonly UserRow[]
  readonly selected: readonly UserRow[]
}

/** What can be done with users: add, edit many, import, export. */
export function UserCommands({ listing, rows, selected }: UserCommandsProps) {
  const session = useSession()
  const navigate = useNavigate()
  const [editing, setEditing] = useState<readonly string[] | null>(null)
  const mayAdd = may(session, 'editConfiguration')
  const mayEdit = may(session, 'editRepresentatives')
  const canEdit = mayEdit && selected.length > 0 && selected.length <= BULK_PEOPLE_MAX
  const exported = selected.length > 0 ? selected : rows
  return (
    <>
      {mayAdd ? (
        <RouterButton appearance="primary" icon={<AddRegular />} to="/admin/new/users">
          New user
        </RouterButton>
      ) : null}
      <Toolbar aria-label="Commands">
        {mayEdit ? (
          <ToolbarButton
            icon={<PeopleEditRegular />}
            disabledFocusable={!canEdit}
            onClick={() => setEditing(selected.map(({ name }) => name))}
          >
            Bulk edit
          </ToolbarButton>
        ) : null}
        {mayAdd ? (
          <ToolbarButton icon={<ArrowUploadRegular />} onClick={() => void navigate({ to: '/admin/import/users' })}>
            Import
          </ToolbarButton>
        ) : null}
        <ToolbarButton
          icon={<ArrowDownloadRegular />}
          onClick={() => downloadText('users.csv', peopleCsv(exported), 'text/csv')}
        >
          Export
        </ToolbarButton>
      </Toolbar>
      <UserListColumns columns={listing.columns} />
      <Text size={200} className={styles.hint} aria-live="polite">
        {hintOf(selected.length, rows.length, mayEdit)}
      </Text>
      {editing ? <BulkEditDialog names={editing} onClose={() => setEditing(null)} /> : null}
    </>
  )
}

function hintOf(selected: number, listed: number, mayEdit: boolean): string {
  if (selected > BULK_PEOPLE_MAX) {
    return `${countOf(selected, 'user')} selected; bulk edit takes at most ${BULK_PEOPLE_MAX} at once.`
  }
  if (selected > 0) return `${countOf(selected, 'user')} selected.`
  const all = `Export writes the ${countOf(listed, 'listed user')}.`
  return mayEdit ? `Select users to edit them in bulk. ${all}` : all
}
