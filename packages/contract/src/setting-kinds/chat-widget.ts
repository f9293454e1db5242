import { z } from 'zod'
import { ATTACHMENT_BYTES_MAX } from '../message.ts'
import { settingKind } from '../setting-kind.ts'
import { list, locale, name, text } from '../values.ts'

const ORIGINS_MAX = 100
/** Questions of a survey, before or after a conversation. */
export const SURVEY_QUESTIONS_MAX = 10
const OPTIONS_MAX = 50
const INVITATIONS_MAX = 10
const RECONNECT_MINUTES_MAX = 24 * 60
const FILE_ENDINGS_MAX = 100
const BYTES_A_KILOBYTE = 1_024
const INVITE_AFTER_SECONDS_MAX = 3_600

/** Largest file that a widget may take: what the product takes. */
const FILE_KILOBYTES_MAX = ATTACHMENT_BYTES_MAX / BYTES_A_KILOBYTE
const fileEnding = z.string().regex(/^[a-z0-9]{1,10}$/, 'must be an ending such as pdf, in small letters')

const line = (lengthMax: number) => text.max(lengthMax).regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line')
const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an address such as https://shop.example' }).max(2_000)

/** Where pages may use a widget from: scheme, host and port, without a path. */
const origin = httpAddress.refine(
  (address) => URL.canParse(address) && new URL(address).origin === address,
  'must be an origin such as https://shop.example, without a path',
)

const surveyAnswerTypes = ['singleLine', 'multipleLines', 'options', 'rating', 'consent'] as const

const surveyQuestion = z
  .strictObject({
    /** The answer becomes the context variable of this name. */
    name: z.string().regex(/^\w{1,100}$/, 'must be letters, digits and underscores'),
    /** What the customer reads. That of a consent may hold links: [terms](https://shop.example/terms). */
    text: z.string().min(1).max(512),
    type: z.enum(surveyAnswerTypes),
    isRequired: z.boolean().default(true),
    /** What a question of type `options` offers. */
    options: list(line(200).min(1), OPTIONS_MAX).default([]),
  })
  .refine(({ type, options }) => type !== 'options' || options.length > 0, {
    path: ['options'],
    message: 'must offer something to choose',
  })
  .refine(({ type, isRequired }) => type !== 'consent' || isRequired, {
    path: ['isRequired'],
    message: 'must be true: a consent that may be left out is none',
  })

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #115ea3')

function asksOnce(questions: readonly { readonly name: string }[]): boolean {
  return new Set(questions.map(({ name }) => name)).size === questions.length
}

/** When a visitor is invited to chat. The invitation goes by itself after a minute. */
const chatInvitation = z.strictObject({
  afterSeconds: z.int().min(0).max(INVITE_AFTER_SECONDS_MAX),
  /** Part of the page's address, * for anything; empty: every page. */
  page: line(500).default(''),
  text: line(300).min(1),
})

const value = z
  .strictObject({
    title: name,
    workstream: name,
    language: locale.default('en'),
    heading: line(100).default('Chat with us'),
    subheading: line(200).default(''),
    color: color.default('#115ea3'),
    logoUrl: httpAddress.nullable().default(null),
    /** How it looks when nobody is there; null: as otherwise. */
    closedHeading: line(100).nullable().default(null),
    closedSubheading: line(200).nullable().default(null),
    closedColor: color.nullable().default(null),
    position: z.enum(['right', 'left']).default('right'),
    /** Which name of a representative customers see. */
    representativeName: z.enum(['full', 'first', 'last', 'nickname']).default('full'),
    /** Pages that may use it; empty: those of this server only. */
    origins: list(origin, ORIGINS_MAX).default([]),
    /** Null: always open. */
    operatingHours: name.nullable().default(null),
    isShownWhenClosed: z.boolean().default(true),
    survey: list(surveyQuestion, SURVEY_QUESTIONS_MAX).default([]),
    /** Asked when the conversation is over; the answers are kept with it. */
    afterSurvey: list(surveyQuestion, SURVEY_QUESTIONS_MAX).default([]),
    /** `token`: the page must hand over a signed token that says who the customer is. */
    authentication: z.enum(['none', 'token']).default('none'),
    /** Where the keys are that such tokens are signed with: a JWKS, or PEM. */
    keysUrl: httpAddress.nullable().default(null),
    /** What the token must say that it was made by; null: whoever has the key. */
    issuer: line(500).nullable().default(null),
    isPersistent: z.boolean().default(false),
    /** How long a customer who has lost the connection finds the conversation again; null: three minutes. */
    reconnectMinutes: z.int().min(1).max(RECONNECT_MINUTES_MAX).nullable().default(null),
    showsPosition: z.boolean().default(true),
    showsAverageWait: z.boolean().default(true),
    /** Whether customers may send files. */
    takesFiles: z.boolean().default(true),
    /** Whether representatives may send files to customers. */
    sendsFiles: z.boolean().default(true),
    /** Largest file, either way. */
    fileKilobytesMax: z.int().min(1).max(FILE_KILOBYTES_MAX).default(FILE_KILOBYTES_MAX),
    /** Endings of the files that may be sent, without the dot; empty: every type that cannot run. */
    fileEndings: list(fileEnding, FILE_ENDINGS_MAX).default([]),
    offersTranscript: z.boolean().default(false),
    /** Whether customers may have the transcript sent to them, where the server sends e-mail. */
    mailsTranscript: z.boolean().default(false),
    countsUnread: z.boolean().default(true),
    playsSound: z.boolean().default(true),
    invitations: list(chatInvitation, INVITATIONS_MAX).default([]),
    /** Texts of the widget that are said otherwise, by their key. */
    texts: z.record(z.string().regex(/^[a-zA-Z]{1,50}$/, 'must be the key of a text'), line(500)).default({}),
  })
  .refine(({ survey }) => asksOnce(survey), { path: ['survey'], message: 'must not ask twice for the same name' })
  .refine(({ afterSurvey }) => asksOnce(afterSurvey), {
    path: ['afterSurvey'],
    message: 'must not ask twice for the same name',
  })
  .refine(({ authentication, keysUrl }) => authentication === 'none' || keysUrl !== null, {
    path: ['keysUrl'],
    message: 'must say where the keys of the tokens are',
  })
  .refine(({ isPersistent, authentication }) => !isPersistent || authentication === 'token', {
    path: ['isPersistent'],
    message: 'must be false unless customers are known by a token',
  })

/** What the server tells those who wait. A widget's texts may say each of them otherwise, by its key. */
export const waitingTexts = {
  nextInLine: 'You’re next in line…',
  positionInQueue: 'People ahead of you: {n}.',
  averageWait: 'Average wait time {n} mins.',
  averageWaitHours: 'Average wait time {hours} hours.',
  averageWaitHoursAndMinutes: 'Average wait time {hours} hours {n} mins.',
} as const

/** A chat on a web site: what it looks like, what it asks first, and where its conversations go. */
export const chatWidget = settingKind({
  kind: 'chatWidget',
  words: { one: 'chat widget', many: 'chat widgets' },
  value,
  example: value.parse({
    title: 'Web shop',
    workstream: 'Website chat',
    origins: ['https://shop.example'],
    survey: [{ name: 'topic', text: 'What is it about?', type: 'singleLine' }],
  }),
  secrets: { directLine: 'Direct Line secret' },
  references: { workstream: 'workstreams', operatingHours: 'operatingHours' },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 100,
})
