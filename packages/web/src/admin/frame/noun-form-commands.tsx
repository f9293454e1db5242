import { Toolbar, ToolbarButton, ToolbarDivider } from '@fluentui/react-components'
import { CopyRegular, DeleteRegular, RenameRegular, SaveRegular, SaveSyncRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { DeleteDialog } from './delete-dialog.tsx'
import type { Noun } from './noun.ts'
import styles from './noun-form.module.css'
import { RenameDialog } from './rename-dialog.tsx'
import type { NounForm } from './use-noun-form.ts'

export interface NounFormCommandsProps<Row, Values extends FieldValues> {
  readonly noun: Noun<Row, Values>
  readonly stored: Row | null
  readonly nounForm: NounForm<Row, Values>
  /** Only a part of the row may be changed: saving is all there is. */
  readonly isPartly: boolean
}

/** Save, Save and close; for a stored row also Copy, Rename and Delete. */
export function NounFormCommands<Row, Values extends FieldValues>(props: NounFormCommandsProps<Row, Values>) {
  const { nounForm, stored } = props
  return (
    <Toolbar aria-label="Commands" className={styles.toolbar}>
      <ToolbarButton
        appearance="primary"
        icon={<SaveRegular />}
        disabledFocusable={nounForm.isSaving}
        onClick={() => nounForm.submit('save')}
      >
        Save
      </ToolbarButton>
      {props.noun.isSingle ? null : (
        <ToolbarButton
          icon={<SaveSyncRegular />}
          disabledFocusable={nounForm.isSaving}
          onClick={() => nounForm.submit('saveAndClose')}
        >
          Save and close
        </ToolbarButton>
      )}
      {stored === null || props.noun.isSingle || props.isPartly ? null : <StoredCommands {...props} stored={stored} />}
    </Toolbar>
  )
}

interface StoredCommandsProps<Row, Values extends FieldValues> extends NounFormCommandsProps<Row, Values> {
  readonly stored: Row
}

function StoredCommands<Row, Values extends FieldValues>({ noun, stored }: StoredCommandsProps<Row, Values>) {
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
        <ToolbarButton icon={<RenameRegular />} onClick={() => setOpen('rename')}>
          Rename
        </ToolbarButton>
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
