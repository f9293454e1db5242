import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, name } from '../values.ts'

const QUEUES_MAX = 100
const URL_LENGTH_MAX = 2_000
const THRESHOLD_MAX = 1_000_000

/** The figures that an alert may watch. Shares are written in percent, times in seconds. */
export const alertFigures = [
  'longestWait',
  'waiting',
  'nobodyCanTake',
  'serviceLevel',
  'abandoned',
  'abandonRate',
] as const

/** A threshold that supervisors want to hear of, in the app and by webhook. */
export const alert = settingKind({
  kind: 'alert',
  words: { one: 'alert', many: 'alerts' },
  value: z.strictObject({
    title: name,
    figure: z.enum(alertFigures),
    /** Beyond it is alarming: above, of a service level below. Seconds, percent or a count, as the figure has it. */
    threshold: z.number().min(0).max(THRESHOLD_MAX),
    /** Each by itself; empty: all queues together. */
    queues: list(name, QUEUES_MAX).default([]),
    severity: z.enum(['warning', 'critical']).default('warning'),
    /** False: it is not watched. */
    active: z.boolean().default(true),
    /** Where it is sent to as well, by POST; null: nowhere. */
    webhook: z
      .url({ protocol: /^https?$/ })
      .max(URL_LENGTH_MAX)
      .nullable()
      .default(null),
  }),
  example: {
    title: 'Billing waits too long',
    figure: 'longestWait',
    threshold: 300,
    queues: [],
    severity: 'warning',
    active: true,
    webhook: null,
  },
  secrets: { webhookSecret: 'secret of the webhook' },
  references: { queues: 'queues' },
  seenBy: 'supervise',
  editedBy: 'supervise',
  max: 200,
})
