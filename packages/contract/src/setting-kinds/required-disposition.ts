import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, name } from '../values.ts'

const WORKSTREAMS_MAX = 100

/** Where a conversation is not closed by its representative before a disposition code is chosen. */
export const requiredDisposition = settingKind({
  kind: 'requiredDisposition',
  words: { one: 'required disposition', many: 'required dispositions' },
  value: z.strictObject({
    title: name,
    /** Whose conversations are meant; empty: all that have codes. */
    workstreams: list(name, WORKSTREAMS_MAX).default([]),
  }),
  example: { title: 'Chats end with a code', workstreams: [] },
  secrets: {},
  references: { workstreams: 'workstreams' },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 100,
})
