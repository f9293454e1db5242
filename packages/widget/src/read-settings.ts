import type { Question } from './chat/survey.ts'
import { flagOf, isRecord, type Json, listOf, numberOf, recordOf, textOf } from './json.ts'
import type { AttachmentLimits, Invitation, Settings } from './settings.ts'

const MESSAGE_LENGTH_MAX = 10_000

/** Reads a widget's settings; what is missing has the plainest value. */
export function readSettings(value: unknown): Settings {
  const raw = recordOf(value)
  return {
    title: textOf(raw, 'title') ?? '',
    subtitle: textOf(raw, 'subtitle') ?? '',
    logoUrl: textOf(raw, 'logoUrl'),
    color: textOf(raw, 'color') ?? '',
    position: textOf(raw, 'position') === 'left' ? 'left' : 'right',
    language: textOf(raw, 'language') ?? 'en',
    isOperating: raw.isOperating !== false,
    isShownWhenClosed: flagOf(raw, 'isShownWhenClosed'),
    survey: listOf(raw.survey).filter(isRecord).flatMap(readQuestion),
    attachments: readAttachments(raw.attachments),
    afterSurvey: listOf(raw.afterSurvey).filter(isRecord).flatMap(readQuestion),
    offersTranscript: flagOf(raw, 'offersTranscript'),
    mailsTranscript: flagOf(raw, 'mailsTranscript'),
    findsPrevious: flagOf(raw, 'findsPrevious'),
    playsSound: flagOf(raw, 'playsSound'),
    countsUnread: flagOf(raw, 'countsUnread'),
    isAuthenticated: flagOf(raw, 'isAuthenticated'),
    isPersistent: flagOf(raw, 'isPersistent'),
    invitations: listOf(raw.invitations).filter(isRecord).flatMap(readInvitation),
    messageLengthMax: numberOf(raw, 'messageLengthMax') ?? MESSAGE_LENGTH_MAX,
    texts: recordOf(raw.texts),
  }
}

const types = ['singleLine', 'multipleLines', 'options', 'rating', 'consent'] as const

function readQuestion(raw: Json): readonly Question[] {
  const name = textOf(raw, 'name')
  const type = types.find((known) => known === raw.type)
  if (name === null || type === undefined) return []
  return [
    {
      name,
      text: textOf(raw, 'text') ?? name,
      type,
      isRequired: flagOf(raw, 'isRequired'),
      options: textsOf(raw.options),
    },
  ]
}

function readAttachments(value: unknown): AttachmentLimits | null {
  if (!isRecord(value)) return null
  return {
    bytesMax: numberOf(value, 'bytesMax') ?? 0,
    refusedEndings: textsOf(value.refusedEndings),
    allowedEndings: textsOf(value.allowedEndings),
  }
}

function readInvitation(raw: Json): readonly Invitation[] {
  const text = textOf(raw, 'text')
  if (text === null) return []
  return [{ text, afterSeconds: numberOf(raw, 'afterSeconds') ?? 0, page: textOf(raw, 'page') }]
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((text) => typeof text === 'string')
}
