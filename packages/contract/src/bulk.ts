import { z } from 'zod'
import { setDispositions } from './conversation-actions.ts'
import { endConversation, sendMessage, startConversation } from './conversations.ts'
import { apiBase, noParams, noQuery, operation } from './operation.ts'
import { problem } from './problem.ts'
import { resetPresence, setPresence, signInRepresentative, signOutRepresentative } from './representatives.ts'
import { completeRow, createRow, deleteRow, saveAndRoute, updateRow } from './rows.ts'
import { list } from './values.ts'
import {
  acceptWorkItem,
  assignWorkItem,
  closeWorkItem,
  endWorkItem,
  forceCloseWorkItem,
  pickWorkItem,
  rejectWorkItem,
  releaseWorkItem,
  removeWorkItem,
  setWorkItemAttributes,
  setWorkItemSkills,
  transferWorkItemToQueue,
  transferWorkItemToRepresentative,
} from './work-items.ts'

/** Operations of one bulk call. */
export const BULK_ITEMS_MAX = 1_000
/** What is answered of an operation that was done: its reply, or only its status and version. */
export const bulkReplies = z.enum(['whole', 'none']).default('whole')
const BODY_BYTES_MAX = 8 * 1024 * 1024

/** What may be asked for many at a time: the daily work of integrations, each of it one command to routing. */
export const bulkOperations = {
  createRow,
  updateRow,
  deleteRow,
  saveAndRoute,
  completeRow,
  startConversation,
  sendMessage,
  endConversation,
  setDispositions,
  acceptWorkItem,
  rejectWorkItem,
  pickWorkItem,
  endWorkItem,
  closeWorkItem,
  transferWorkItemToQueue,
  transferWorkItemToRepresentative,
  setWorkItemSkills,
  setWorkItemAttributes,
  assignWorkItem,
  releaseWorkItem,
  removeWorkItem,
  forceCloseWorkItem,
  setPresence,
  resetPresence,
  signInRepresentative,
  signOutRepresentative,
} as const
export type BulkOperationId = keyof typeof bulkOperations

/** A part of what an operation is asked with. It may be left out when an empty object would do. */
export type Given<Name extends string, Value> =
  Record<string, never> extends Value ? { readonly [Key in Name]?: Value } : { readonly [Key in Name]: Value }

type ItemOf<Id extends BulkOperationId> = { readonly operation: Id; readonly ifMatch?: number } & Given<
  'path',
  (typeof bulkOperations)[Id]['params']['_zod']['input']
> &
  Given<'body', (typeof bulkOperations)[Id]['body']['_zod']['input']>

/** One operation as it is written in a bulk call. */
export type BulkItem = { [Id in BulkOperationId]: ItemOf<Id> }[BulkOperationId]

/** What an operation answers, alone or in a bulk call. */
export type BulkReply<Id extends BulkOperationId> = (typeof bulkOperations)[Id]['reply']['_zod']['output']

const bulkResult = z
  .union([
    z.strictObject({
      status: z.int().min(200).max(299),
      /** The reply of the operation, as it would be alone; null where there is none, or none is wanted. */
      body: z.unknown(),
      /** Of operations that alone send an ETag. */
      version: z.int().optional(),
    }),
    z.strictObject({ status: z.int().min(400).max(499), problem }),
  ])
  .meta({ id: 'BulkResult' })

export const runInBulk = operation({
  id: 'runInBulk',
  group: 'Bulk',
  method: 'POST',
  path: `${apiBase}/bulk`,
  summary: `Run up to ${BULK_ITEMS_MAX} operations in one call`,
  description:
    'Each operation is checked, allowed, done or refused by itself, as if it were sent alone, and `results` answers each ' +
    'in its place. They take effect in their order and are committed together; an operation on what an earlier one of ' +
    'the same call has changed waits for the commit of that one. The parameters of its path go into `path`, its body ' +
    'into `body`, the version that alone goes into If-Match into `ifMatch`. With `replies` set to `none`, `body` is null in ' +
    'the results; refusals are told in full. One Idempotency-Key is for the whole call. ' +
    `Each operation counts as a request where requests are counted; the body may have ${BODY_BYTES_MAX / 1024 / 1024} MiB.`,
  audience: 'signedIn',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ operations: z.array(z.unknown()).min(1).max(BULK_ITEMS_MAX), replies: bulkReplies }),
  bodyBytesMax: BODY_BYTES_MAX,
  reply: z.strictObject({ results: list(bulkResult) }),
  replyStatus: 200,
  errors: ['keyReused'],
  example: {
    operations: [
      { operation: 'createRow', path: { table: 'case' }, body: { values: { title: 'Invoice 7731 charged twice' } } },
      { operation: 'acceptWorkItem', path: { id: 'nothing' } },
    ],
  },
})
