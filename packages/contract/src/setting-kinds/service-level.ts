import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, name } from '../values.ts'
import { channel } from '../work-item.ts'

const CHANNELS_MAX = 20

/** Seconds within which an answer may be asked for: those of the reference, and longer ones for records. */
export const answerLimitsSeconds = [10, 20, 30, 40, 60, 120, 300, 900, 3_600, 14_400, 86_400] as const

/** How soon work is to be answered, which the service level is measured by. */
export const serviceLevel = settingKind({
  kind: 'serviceLevel',
  words: { one: 'service level', many: 'service levels' },
  value: z.strictObject({
    title: name,
    /** Whose work is meant; empty: that of every channel that no other service level names. */
    channels: list(channel, CHANNELS_MAX).default([]),
    withinSeconds: z.literal(answerLimitsSeconds),
  }),
  example: { title: 'Chats', channels: ['liveChat'], withinSeconds: 30 },
  secrets: {},
  references: {},
  seenBy: 'seeOrganization',
  editedBy: 'supervise',
  max: 20,
})
