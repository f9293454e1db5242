import { ToolbarButton } from '@fluentui/react-components'
import { SaveRegular, SaveSyncRegular } from '@fluentui/react-icons'
import type { SaveKind } from './use-noun-form.ts'

export interface SaveButtonsProps {
  readonly isSaving: boolean
  /** There is no list to close to. */
  readonly isSingle?: boolean | undefined
  readonly onSave: (kind: SaveKind) => void
}

/** Save, and Save and close: the beginning of the toolbar of a form. */
export function SaveButtons({ isSaving, isSingle = false, onSave }: SaveButtonsProps) {
  return (
    <>
      <ToolbarButton
        appearance="primary"
        icon={<SaveRegular />}
        disabledFocusable={isSaving}
        onClick={() => onSave('save')}
      >
        Save
      </ToolbarButton>
      {isSingle ? null : (
        <ToolbarButton icon={<SaveSyncRegular />} disabledFocusable={isSaving} onClick={() => onSave('saveAndClose')}>
          Save and close
        </ToolbarButton>
      )}
    </>
  )
}
