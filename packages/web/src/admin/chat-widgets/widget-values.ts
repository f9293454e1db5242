import type { SettingValue } from '@unified-routing/contract'
import { englishTexts, type TextKey } from '@unified-routing/widget/texts'

export type ChatWidgetValue = SettingValue<'chatWidget'>
type Question = ChatWidgetValue['survey'][number]
type Invitation = ChatWidgetValue['invitations'][number]

/** A question as its controls hold it: what it offers, one a line. */
export interface QuestionValues extends Omit<Question, 'options'> {
  readonly options: string
}

/** What the form holds. Lists of plain texts are one a line; what may be absent is empty. */
export type ChatWidgetValues = Omit<
  ChatWidgetValue,
  'origins' | 'survey' | 'invitations' | 'texts' | 'logoUrl' | 'operatingHours' | 'keysUrl' | 'issuer'
> & {
  readonly origins: string
  readonly survey: QuestionValues[]
  readonly invitations: Invitation[]
  readonly texts: Record<TextKey, string>
  readonly logoUrl: string
  readonly operatingHours: string
  readonly keysUrl: string
  readonly issuer: string
}

export const textKeys: readonly TextKey[] = Object.keys(englishTexts).filter(isTextKey)

function isTextKey(key: string): key is TextKey {
  return key in englishTexts
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
  offersTranscript: false,
  countsUnread: true,
  playsSound: true,
} as const

export function valuesOf(value: ChatWidgetValue | null): ChatWidgetValues {
  const texts: Record<TextKey, string> = { ...englishTexts }
  for (const key of textKeys) texts[key] = value?.texts[key] ?? ''
  return {
    ...plain,
    ...value,
    origins: value?.origins.join('\n') ?? '',
    survey: (value?.survey ?? []).map((question) => ({ ...question, options: question.options.join('\n') })),
    invitations: (value?.invitations ?? []).map((invitation) => ({ ...invitation })),
    texts,
    logoUrl: value?.logoUrl ?? '',
    operatingHours: value?.operatingHours ?? '',
    keysUrl: value?.keysUrl ?? '',
    issuer: value?.issuer ?? '',
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
    survey: values.survey.map((question) => ({
      ...question,
      name: question.name.trim(),
      isRequired: question.isRequired || question.type === 'consent',
      options: question.type === 'options' ? linesOf(question.options) : [],
    })),
    texts: Object.fromEntries(Object.entries(values.texts).filter(([, text]) => text.trim() !== '')),
    logoUrl: orNull(values.logoUrl),
    operatingHours: orNull(values.operatingHours),
    keysUrl: orNull(values.keysUrl),
    issuer: orNull(values.issuer),
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
