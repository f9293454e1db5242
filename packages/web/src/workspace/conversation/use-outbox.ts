import { useQueryClient } from '@tanstack/react-query'
import { operations } from '@unified-routing/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { addMessage } from '../../data/message-cache.ts'
import { type Draft, Outbox, type Outgoing } from './outbox.ts'

type Confirm = (conversation: string, message: Parameters<typeof addMessage>[2]) => void

let confirm: Confirm = () => undefined

/** One for the page, so that what is on its way goes on when another conversation comes into view. */
const outbox = new Outbox(async (conversation, { key, kind, text, attachments }) => {
  const message = await api.call(operations.sendMessage, {
    params: { id: conversation },
    body: { id: key, from: 'representative', kind, text, attachments: attachments.map(({ id }) => id) },
    idempotencyKey: key,
  })
  confirm(conversation, message)
}, failureText)

export interface ConversationOutbox {
  readonly outgoing: readonly Outgoing[]
  readonly send: (draft: Draft) => void
  readonly retry: () => void
  readonly discard: (key: string) => void
}

/** What the viewer sends in a conversation and is not confirmed yet. */
export function useOutbox(conversation: string): ConversationOutbox {
  const queryClient = useQueryClient()
  useEffect(() => {
    confirm = (id, message) => addMessage(queryClient, id, message)
  }, [queryClient])
  const outgoing = useSyncExternalStore(outbox.subscribe, () => outbox.of(conversation))
  return {
    outgoing,
    send: (draft) => outbox.send(conversation, draft),
    retry: () => outbox.retry(conversation),
    discard: (key) => outbox.discard(conversation, key),
  }
}
