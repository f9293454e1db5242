import { Toolbar, ToolbarButton, ToolbarDivider } from '@fluentui/react-components'
import { CopyRegular, DeleteRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import type { Setting } from '@unified-routing/client'
import type { Titled } from '@unified-routing/contract'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import styles from '../frame/noun-form.module.css'
import { SaveButtons } from '../frame/save-buttons.tsx'
import { DeleteSettingsDialog } from './delete-settings-dialog.tsx'
import type { SettingNoun } from './setting-noun.ts'
import type { SettingForm } from './use-setting-form.ts'

export interface SettingCommandsProps<Value extends Titled, Values extends FieldValues> {
  readonly noun: SettingNoun<Value, Values>
  readonly stored: Setting<Value> | null
  readonly edit: SettingForm<Value, Values>
}

/** Save, Save and close; for one that is stored also Copy and Delete. */
export function SettingCommands<Value extends Titled, Values extends FieldValues>(
  props: SettingCommandsProps<Value, Values>,
) {
  const { noun, stored, edit } = props
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = useState(false)
  const copy = (name: string) =>
    void navigate({ to: '/admin/new/$noun', params: { noun: noun.path }, search: { copyOf: name } })
  const handleDeleted = (isDone: boolean) => {
    setDeleting(false)
    if (isDone) void navigate({ to: '/admin/$noun', params: { noun: noun.path }, ignoreBlocker: true })
  }
  return (
    <Toolbar aria-label="Commands" className={styles.toolbar}>
      <SaveButtons isSaving={edit.isSaving} onSave={edit.submit} />
      {stored === null ? null : (
        <>
          <ToolbarDivider />
          <ToolbarButton icon={<CopyRegular />} onClick={() => copy(stored.name)}>
            Copy
          </ToolbarButton>
          <ToolbarButton icon={<DeleteRegular />} onClick={() => setDeleting(true)}>
            Delete
          </ToolbarButton>
          {isDeleting ? <DeleteSettingsDialog kind={noun.kind} settings={[stored]} onClose={handleDeleted} /> : null}
        </>
      )}
    </Toolbar>
  )
}
