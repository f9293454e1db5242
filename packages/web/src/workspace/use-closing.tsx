import { useQueryClient } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { type ReactNode, useCallback, useState } from 'react'
import { api } from '../data/api.ts'
import { workItemQuery } from '../data/queries.ts'
import { useSession } from '../data/viewer.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { closingText, isClosedWithSession } from './closing-text.ts'
import { CloseDialog } from './conversation/close-dialog.tsx'
import { useAsksForCodes } from './conversation/use-close-command.ts'
import { readDrafts } from './draft-store.ts'
import { useItemAction } from './use-item-action.ts'

interface Closing {
  readonly id: string
  readonly item: WorkItemView | undefined
  readonly text: string
}

/** Closes sessions: at once when nothing goes with them, else after a question that says what does. */
export function useClosing(onClosed: (id: string) => void): { ask: (id: string) => void; question: ReactNode } {
  const { account, representative } = useSession()
  const queryClient = useQueryClient()
  const [closing, setClosing] = useState<Closing | null>(null)
  const asksForCodes = useAsksForCodes()
  const ask = useCallback(
    (id: string) => {
      const item = queryClient.getQueryData(workItemQuery(id).queryKey)
      const drafts = readDrafts(localStorage, { account: account.id, workItem: id })
      const text = closingText(item, representative, drafts)
      if (text === null) onClosed(id)
      else setClosing({ id, item, text })
    },
    [queryClient, account.id, representative, onClosed],
  )
  if (closing === null) return { ask, question: null }
  const { id, item } = closing
  const handleCancel = () => setClosing(null)
  const handleClosed = () => {
    setClosing(null)
    onClosed(id)
  }
  const isWrappedUp = item !== undefined && isClosedWithSession(item, representative) && asksForCodes(item)
  const question = isWrappedUp ? (
    <CloseDialog item={item} onClose={handleCancel} onClosed={handleClosed} />
  ) : (
    <Question closing={closing} onClosed={handleClosed} onCancel={handleCancel} />
  )
  return { ask, question }
}

interface QuestionProps {
  readonly closing: Closing
  readonly onClosed: () => void
  readonly onCancel: () => void
}

function Question({ closing: { id, item, text }, onClosed, onCancel }: QuestionProps) {
  const { representative } = useSession()
  const { run, isBusy } = useItemAction()
  const handleConfirm = () => {
    if (!isClosedWithSession(item, representative)) return onClosed()
    run(async () => {
      const closed = await api.workItems.close(id)
      onClosed()
      return closed
    })
  }
  return (
    <ConfirmDialog
      isOpen
      title={`Close the session with ${item?.title ?? 'this item'}?`}
      confirmLabel="Close session"
      isBusy={isBusy}
      onConfirm={handleConfirm}
      onCancel={onCancel}
    >
      {text}
    </ConfirmDialog>
  )
}
