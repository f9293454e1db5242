import { Badge, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowUndoRegular, SaveRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { RowDraft } from './use-row-draft.ts'

interface DraftProps {
  readonly draft: Pick<RowDraft<unknown>, 'isDirty' | 'isReadOnly' | 'isSaving' | 'problems' | 'save' | 'takeStored'>
  /** Further commands. */
  readonly children?: ReactNode
}

/** Saves the draft or drops it. */
export function DraftCommands({ draft, children }: DraftProps) {
  const { isDirty, isReadOnly, isSaving, problems } = draft
  if (isReadOnly) return null
  return (
    <Toolbar aria-label="Commands">
      <ToolbarButton
        appearance="primary"
        icon={<SaveRegular />}
        disabledFocusable={!isDirty || isSaving || problems.length > 0}
        onClick={() => void draft.save()}
      >
        Save
      </ToolbarButton>
      <ToolbarButton icon={<ArrowUndoRegular />} disabledFocusable={!isDirty || isSaving} onClick={draft.takeStored}>
        Discard changes
      </ToolbarButton>
      {children}
    </Toolbar>
  )
}

/** Whether there is something to save. */
export function DraftBadge({ draft }: DraftProps) {
  if (draft.isReadOnly) return <Badge appearance="tint">Read-only</Badge>
  if (!draft.isDirty) return null
  return (
    <Badge appearance="outline" color="warning">
      Unsaved changes
    </Badge>
  )
}
