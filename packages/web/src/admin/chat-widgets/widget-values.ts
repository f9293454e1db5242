import { type SettingValue, waitingTexts } from '@unified-routing/contract'
import { englishTexts, type TextKey } from '@unified-routing/widget/texts'

export type ChatWidgetValue = SettingValue<'chatWidget'>
type Question = ChatWidgetValue['survey'][number]
type Invitation = ChatWidgetValue['invitations'][number]

/** A question as its controls hold it: what it offers, one a line. */
export interface QuestionValues extends Omit<Question, 'options'> {
  readonly options: string
}

/** Texts that may be absent. */
type OptionalText =
  | 'logoUrl'
  | 'closedHeading'
  | 'closedSubheading'
  | 'closedColor'
  | 'operatingHours'
  | 'keysUrl'
  | 'issuer'

/** What the form holds. Lists of plain texts are one a line; what may be absent is empty. */
export type ChatWidgetValues = Omit<
  ChatWidgetValue,
  'origins' | 'fileEndings' | 'survey' | 'afterSurvey' | 'invitations' | 'texts' | OptionalText
> & {
  readonly origins: string
  /** With spaces between them. */
  readonly fileEndings: string
  readonly survey: QuestionValues[]
  readonly afterSurvey: QuestionValues[]
  readonly invitations: Invitation[]
  readonly texts: Record<AnyTextKey, string>
} & Readonly<Record<OptionalText, string>>

type WaitingTextKey = keyof typeof waitingTexts
type AnyTextKey = TextKey | WaitingTextKey

export const waitingTextKeys: readonly WaitingTextKey[] = Object.keys(waitingTexts).filter(isWaitingTextKey)
export const textKeys: readonly TextKey[] = Object.keys(englishTexts).filter(isTextKey)

function isTextKey(key: string): key is TextKey {
  return key in englishTexts
}

function isWaitingTextKey(key: string): key is WaitingTextKey {
  return key in waitingTexts
}

export const newQuestion: QuestionValues = { name: '', text: '', type: 'singleLine', isRequired: true, options: '' }
export const newInvitation: Invitation = { afterSeconds: 30, page: '', text: '' }

const plain = {
  title: '',
  workstream: '',
  language: 'en',
  heading: 'Chat with us',
  subheading: '',
  color: '#115ea3',
  position: 'right',
  representativeName: 'full',
  isShownWhenClosed: true,
  authentication: 'none',
  isPersistent: false,
  reconnectMinutes: null,
  showsPosition: true,
  showsAverageWait: true,
  takesFiles: true,
  sendsFiles: true,
  fileKilobytesMax: 5_120,
  offersTranscript: false,
  mailsTranscript: false,
  countsUnread: true,
  playsSound: true,
} as const

export function valuesOf(value: ChatWidgetValue | null): ChatWidgetValues {
  const texts: Record<AnyTextKey, string> = { ...englishTexts, ...waitingTexts }
  for (const key of [...textKeys, ...waitingTextKeys]) texts[key] = value?.texts[key] ?? ''
  return {
    ...plain,
    ...value,
    origins: value?.origins.join('\n') ?? '',
    survey: (value?.survey ?? []).map(shown),
    afterSurvey: (value?.afterSurvey ?? []).map(shown),
    invitations: (value?.invitations ?? []).map((invitation) => ({ ...invitation })),
    texts,
    fileEndings: value?.fileEndings.join(' ') ?? '',
    ...optional((key) => value?.[key] ?? ''),
  }
}

/** The setting that the form describes; the schema checks it. */
export function settingOf(values: ChatWidgetValues): unknown {
  return {
    ...values,
    title: values.title.trim(),
    language: values.language.trim(),
    color: values.color.trim(),
    // What a browser shows as an address ends with a slash; an origin does not.
    origins: linesOf(values.origins).map((line) => line.replace(/\/$/, '')),
    survey: values.survey.map(asked),
    afterSurvey: values.afterSurvey.map(asked),
    texts: Object.fromEntries(Object.entries(values.texts).filter(([, text]) => text.trim() !== '')),
    fileEndings: endingsOf(values.fileEndings),
    ...optional((key) => orNull(values[key])),
  }
}

function shown(question: Question): QuestionValues {
  return { ...question, options: question.options.join('\n') }
}

function asked(question: QuestionValues): unknown {
  return {
    ...question,
    name: question.name.trim(),
    isRequired: question.isRequired || question.type === 'consent',
    options: question.type === 'options' ? linesOf(question.options) : [],
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** As people write them: with or without dots and commas, large or small. */
function endingsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((ending) => ending.replace(/^\.+/, ''))
    .filter((ending) => ending !== '')
}

function optional<Value>(of: (key: OptionalText) => Value): Readonly<Record<OptionalText, Value>> {
  return {
    logoUrl: of('logoUrl'),
    closedHeading: of('closedHeading'),
    closedSubheading: of('closedSubheading'),
    closedColor: of('closedColor'),
    operatingHours: of('operatingHours'),
    keysUrl: of('keysUrl'),
    issuer: of('issuer'),
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
