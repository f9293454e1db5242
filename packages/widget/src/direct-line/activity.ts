import { isRecord, type Json, listOf, numberOf, recordOf, textOf } from '../json.ts'

/** One entry of a conversation as Direct Line 3.0 sends it; only what the widget reads. */
export interface Activity {
  readonly type: string
  readonly id: string | null
  readonly timestamp: string | null
  readonly from: { readonly id: string; readonly name: string | null; readonly role: string | null }
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly suggestions: readonly Suggestion[]
  /** The name of an `event`. */
  readonly name: string | null
  readonly value: unknown
  readonly channelData: Json
}

export interface Attachment {
  readonly name: string
  readonly contentType: string
  readonly url: string
  readonly bytes: number | null
}

/** An answer that a bot proposes as a button. */
export interface Suggestion {
  readonly title: string
  readonly text: string
}

export interface ActivitySet {
  readonly activities: readonly Activity[]
  readonly watermark: string | null
}

/** Reads a set of activities; what does not look like an activity is left out. */
export function readActivitySet(value: unknown): ActivitySet {
  const set = recordOf(value)
  return {
    activities: listOf(set.activities)
      .filter(isRecord)
      .map(readActivity)
      .filter(({ type }) => type !== ''),
    watermark: textOf(set, 'watermark'),
  }
}

function readActivity(raw: Json): Activity {
  const from = recordOf(raw.from)
  return {
    type: textOf(raw, 'type') ?? '',
    id: textOf(raw, 'id'),
    timestamp: textOf(raw, 'timestamp'),
    from: { id: textOf(from, 'id') ?? '', name: textOf(from, 'name'), role: textOf(from, 'role') },
    text: textOf(raw, 'text') ?? '',
    attachments: listOf(raw.attachments).filter(isRecord).flatMap(readAttachment),
    suggestions: listOf(recordOf(raw.suggestedActions).actions).filter(isRecord).flatMap(readSuggestion),
    name: textOf(raw, 'name'),
    value: raw.value,
    channelData: recordOf(raw.channelData),
  }
}

function readAttachment(raw: Json): readonly Attachment[] {
  const url = textOf(raw, 'contentUrl')
  if (url === null) return []
  return [
    {
      name: textOf(raw, 'name') ?? '',
      contentType: textOf(raw, 'contentType') ?? 'application/octet-stream',
      url,
      bytes: numberOf(raw, 'size') ?? numberOf(recordOf(raw.content), 'size'),
    },
  ]
}

function readSuggestion(raw: Json): readonly Suggestion[] {
  const title = textOf(raw, 'title')
  const text = textOf(raw, 'value') ?? title
  return title === null || text === null ? [] : [{ title, text }]
}
