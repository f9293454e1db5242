import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { name } from '../values.ts'

const SEARCH_LENGTH_MAX = 2_000

/** Filters and order of a page of the supervisor, kept under a name for all who supervise. */
export const supervisorView = settingKind({
  kind: 'supervisorView',
  words: { one: 'view', many: 'views' },
  value: z.strictObject({
    title: name,
    page: z.enum(['queues', 'representatives', 'work']),
    /** What its address holds, from the question mark on; empty: nothing. */
    search: z
      .string()
      .max(SEARCH_LENGTH_MAX)
      .regex(/^(\?[^\s#]*)?$/, 'must begin with a question mark'),
  }),
  example: { title: 'Long waits', page: 'queues', search: '?sort=-longestWait' },
  secrets: {},
  references: {},
  seenBy: 'supervise',
  editedBy: 'supervise',
  max: 500,
})
