import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { count, id, instant, list } from './values.ts'

/** Work items are counted up to here; this number means "that many or more". */
export const INBOX_COUNT_MAX = 1_000
/** Closed items are in the inbox for so many days after their last change. */
export const INBOX_CLOSED_DAYS = 90
/** Unread messages of one item are counted up to here. */
export const UNREAD_COUNT_MAX = 100

/** Longest way to write an instant. */
const INSTANT_LENGTH_MAX = 30

const inboxView = z
  .strictObject({
    counts: z.strictObject({ my: count, open: count, closed: count }),
    /** What the caller works on and has not looked at: unread messages of the customer, or a record never opened.
     * Items without anything unread are left out. */
    unread: list(z.strictObject({ workItem: id, count })),
  })
  .meta({ id: 'Inbox' })
export type InboxView = z.output<typeof inboxView>

export const getInbox = operation({
  id: 'getInbox',
  group: 'Work items',
  method: 'GET',
  path: `${apiBase}/inbox`,
  summary: 'Count what is in the views of the inbox, and what is unread',
  description: `The views are those of listWorkItems. A count ends at ${INBOX_COUNT_MAX}, which means that many or more.`,
  audience: 'seeOwnWork',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: inboxView,
  replyStatus: 200,
  errors: [],
})

export const markWorkItemRead = operation({
  id: 'markWorkItemRead',
  group: 'Work items',
  method: 'POST',
  path: `${apiBase}/work-items/{id}/read`,
  summary: 'Say how far one has read',
  description: 'Until the instant of the newest message that was shown. Reading never goes back.',
  audience: 'handleWork',
  params: z.strictObject({ id }),
  query: noQuery,
  body: z.strictObject({ until: instant.max(INSTANT_LENGTH_MAX) }),
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound'],
  example: { until: '2026-03-02T09:30:00.000Z' },
})
