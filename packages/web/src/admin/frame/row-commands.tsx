import { ToolbarButton, ToolbarDivider, Tooltip } from '@fluentui/react-components'
import { CopyRegular, DeleteRegular, RenameRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { DeleteDialog } from './delete-dialog.tsx'
import type { ListedNoun } from './noun.ts'
import { RenameDialog } from './rename-dialog.tsx'

export interface RowCommandsProps<Row> {
  readonly noun: ListedNoun<Row>
  readonly stored: Row
  /** It has changes that are not saved, which would not follow it to its new name. */
  readonly isDirty: boolean
}

/** Copy, Rename and Delete, at the end of the commands of a row that is stored. */
export function RowCommands<Row>({ noun, stored, isDirty }: RowCommandsProps<Row>) {
  const navigate = useNavigate()
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null)
  const name = noun.keyOf(stored)
  const isKept = (noun.keptBecause?.(stored) ?? null) !== null
  const goTo = (newName: string) =>
    navigate({ to: '/admin/$noun/$name', params: { noun: noun.path, name: newName }, replace: true })
  const handleRenamed = (newName: string | null) => {
    setOpen(null)
    if (newName !== null) void goTo(newName)
  }
  const handleDeleted = (isDone: boolean) => {
    setOpen(null)
    if (isDone) void navigate({ to: '/admin/$noun', params: { noun: noun.path }, ignoreBlocker: true })
  }
  return (
    <>
      <ToolbarDivider />
      {noun.withName ? (
        <ToolbarButton
          icon={<CopyRegular />}
          onClick={() =>
            void navigate({ to: '/admin/new/$noun', params: { noun: noun.path }, search: { copyOf: name } })
          }
        >
          Copy
        </ToolbarButton>
      ) : null}
      {noun.withName && noun.isRenamable !== false && !isKept ? (
        <RenameButton isDirty={isDirty} onRename={() => setOpen('rename')} />
      ) : null}
      {isKept ? null : (
        <ToolbarButton icon={<DeleteRegular />} onClick={() => setOpen('delete')}>
          Delete
        </ToolbarButton>
      )}
      {open === 'rename' ? <RenameDialog noun={noun} name={name} onClose={handleRenamed} /> : null}
      {open === 'delete' ? <DeleteDialog noun={noun} rows={[stored]} onClose={handleDeleted} /> : null}
    </>
  )
}

function RenameButton({ isDirty, onRename }: { readonly isDirty: boolean; readonly onRename: () => void }) {
  const button = (
    <ToolbarButton icon={<RenameRegular />} disabledFocusable={isDirty} onClick={onRename}>
      Rename
    </ToolbarButton>
  )
  if (!isDirty) return button
  return (
    <Tooltip content="Save or discard your changes first." relationship="description">
      {button}
    </Tooltip>
  )
}
