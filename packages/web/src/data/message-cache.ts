import type { QueryClient } from '@tanstack/react-query'
import type { LiveSignal, MessageView } from '@unified-routing/contract'
import { messagesQuery } from './queries.ts'

/** Adds what was said to a conversation that is in the cache. Those before stay the very same objects, so that only the
 * new one is drawn. Whatever is missing in between is read again. */
export function addMessage(queryClient: QueryClient, conversation: string, message: MessageView): void {
  const query = messagesQuery(conversation)
  // A reading that is under way may have begun before the message was there, so it begins again.
  if (queryClient.isFetching({ queryKey: query.queryKey, exact: true }) > 0) void queryClient.invalidateQueries(query)
  const known = queryClient.getQueryData(query.queryKey)
  if (known === undefined) return
  if (known.some(({ id }) => id === message.id)) return
  const last = known.at(-1)?.number ?? 0
  if (message.number > last) queryClient.setQueryData(query.queryKey, [...known, message])
  if (message.number !== last + 1) void queryClient.invalidateQueries(query)
}

/** Notes how far the messages got on their way to the customer. */
export function applyReceipt(
  queryClient: QueryClient,
  { workItem, delivered, read }: Extract<LiveSignal, { type: 'receipt' }>,
): void {
  queryClient.setQueryData(messagesQuery(workItem).queryKey, (known) =>
    known?.map((message) => {
      const delivery = deliveryOf(message, { delivered, read })
      return delivery === message.delivery ? message : { ...message, delivery }
    }),
  )
}

function deliveryOf(
  { delivery, number }: MessageView,
  { delivered, read }: { readonly delivered: number; readonly read: number },
): MessageView['delivery'] {
  if (delivery === null || delivery === 'read') return delivery
  if (number <= read) return 'read'
  return number <= delivered ? 'delivered' : delivery
}
