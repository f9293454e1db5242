import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { name } from '../values.ts'

const ANSWER_SECONDS_MAX = 300

/** Where a bot is: a webhook that understands our requests, or a bot that speaks Direct Line 3.0. */
const botEndpoints = ['webhook', 'directLine'] as const

const value = z.strictObject({
  title: name,
  workstream: name,
  /** False: conversations begin without it; those that it has go on. */
  active: z.boolean().default(true),
  /** What customers call it; empty: its title. */
  displayName: z
    .string()
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line')
    .default(''),
  endpoint: z.enum(botEndpoints).default('webhook'),
  /** Of the webhook; or what comes before /conversations. */
  address: z.url({ protocol: /^https?$/, error: 'must be an address such as https://bot.example' }).max(2_000),
  /** How long customers wait for an answer before the conversation goes on to people. */
  answerSeconds: z.int().min(5).max(ANSWER_SECONDS_MAX).default(30),
})

/** A bot that has the conversations of a workstream first. */
export const bot = settingKind({
  kind: 'bot',
  words: { one: 'bot', many: 'bots' },
  value,
  example: value.parse({
    title: 'Parcel bot',
    workstream: 'Website chat',
    active: true,
    displayName: 'Robin',
    endpoint: 'webhook',
    address: 'https://bot.example/unified-routing',
    answerSeconds: 30,
  }),
  secrets: { signing: 'Signing secret of the webhook', directLine: 'Direct Line secret' },
  references: { workstream: 'workstreams' },
  problems({ workstream }, { configuration, others }) {
    const found = configuration.workstreams?.find((one) => one.name === workstream)
    const hasOne = others.some((other) => other.workstream === workstream)
    if (hasOne)
      return [{ path: 'workstream', message: `${workstream} has a bot already: a workstream has one at most` }]
    if (found === undefined || (found.type === 'messaging' && found.distribution !== 'pick')) return []
    return [{ path: 'workstream', message: `${workstream}: must be a workstream of messages that are pushed` }]
  },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 100,
})
