import { Toolbar, ToolbarButton, ToolbarDivider } from '@fluentui/react-components'
import { CopyRegular, DeleteRegular, SaveRegular, SaveSyncRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { DeleteDialog } from '../frame/delete-dialog.tsx'
import type { Person } from './person.ts'
import type { UserForm } from './use-user-form.ts'
import { userNoun } from './user-noun.tsx'

export interface UserFormCommandsProps {
  readonly form: UserForm
  readonly stored: Person | null
}

/** Save, Save and close; for somebody who is there also Copy and Delete. */
export function UserFormCommands({ form, stored }: UserFormCommandsProps) {
  const session = useSession()
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = useState(false)
  if (!may(session, 'editRepresentatives')) return null
  const isStuck = form.isSaving || form.conflict !== null
  return (
    <>
      <Toolbar aria-label="Commands">
        <ToolbarButton
          appearance="primary"
          icon={<SaveRegular />}
          disabledFocusable={isStuck}
          onClick={() => form.submit('save')}
        >
          Save
        </ToolbarButton>
        <ToolbarButton
          icon={<SaveSyncRegular />}
          disabledFocusable={isStuck}
          onClick={() => form.submit('saveAndClose')}
        >
          Save and close
        </ToolbarButton>
        {stored && may(session, 'editConfiguration') ? (
          <>
            <ToolbarDivider />
            <ToolbarButton
              icon={<CopyRegular />}
              onClick={() => void navigate({ to: '/admin/new/users', search: { copyOf: stored.name } })}
            >
              New user like this
            </ToolbarButton>
            <ToolbarButton icon={<DeleteRegular />} onClick={() => setDeleting(true)}>
              Delete
            </ToolbarButton>
          </>
        ) : null}
      </Toolbar>
      {stored && isDeleting ? (
        <DeleteDialog
          noun={userNoun}
          rows={[stored]}
          onClose={(isDone) => {
            setDeleting(false)
            if (isDone) void navigate({ to: '/admin/users', ignoreBlocker: true })
          }}
        />
      ) : null}
    </>
  )
}
