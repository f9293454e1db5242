import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, name, text } from '../values.ts'

const WORKSTREAMS_MAX = 100

/** A disposition code: how a conversation ended, chosen by its representative while wrapping up. */
export const disposition = settingKind({
  kind: 'disposition',
  words: { one: 'disposition code', many: 'disposition codes' },
  value: z.strictObject({
    title: name,
    /** Codes of one category stand together. */
    category: name.nullable().default(null),
    description: text.default(''),
    /** Where it may be chosen; empty: everywhere. */
    workstreams: list(name, WORKSTREAMS_MAX).default([]),
  }),
  example: { title: 'Refund granted', category: 'Billing', description: '', workstreams: [] },
  secrets: {},
  references: { workstreams: 'workstreams' },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 1_000,
})
