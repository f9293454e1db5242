import type { WorkItemView } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { closingText } from '../closing-text.ts'
import { useItemAction } from '../use-item-action.ts'

export interface LeaveDialogProps {
  readonly item: WorkItemView
  readonly onClose: () => void
}

/** Asks before a conversation is given up that has not ended, and says what becomes of it. */
export function LeaveDialog({ item, onClose }: LeaveDialogProps) {
  const { run, isBusy } = useItemAction()
  const handleConfirm = () =>
    run(async () => {
      const left = await api.workItems.close(item.id)
      onClose()
      return left
    })
  return (
    <ConfirmDialog
      isOpen
      title={`Close ${item.title} without ending it?`}
      confirmLabel="Close session"
      isBusy={isBusy}
      onConfirm={handleConfirm}
      onCancel={onClose}
    >
      {closingText(item, item.assignedTo, {})}
    </ConfirmDialog>
  )
}
