import type { Activity, Attachment, Suggestion } from '../direct-line/activity.ts'
import { textOf } from '../json.ts'

export type Delivery = 'sending' | 'sent' | 'failed'

/** One message as the customer sees it. */
export interface Entry {
  /** Stays the same from the first keystroke sent to the end. */
  readonly key: string
  readonly from: 'customer' | 'other' | 'system'
  /** Who wrote it, when that is told. */
  readonly author: string | null
  readonly text: string
  /** Milliseconds; null when the sender's clock is all there is. */
  readonly at: number | null
  readonly attachments: readonly Attachment[]
  readonly suggestions: readonly Suggestion[]
  readonly delivery: Delivery
  /** Why it was not sent, when there is a reason to tell. */
  readonly problem: string | null
}

export type Transcript = readonly Entry[]

/** A message of the customer that has been handed over and not come back yet. It stands at the end. */
export function withPending(transcript: Transcript, entry: Pick<Entry, 'key' | 'text' | 'attachments'>): Transcript {
  const pending: Entry = {
    ...entry,
    from: 'customer',
    author: null,
    at: null,
    suggestions: [],
    delivery: 'sending',
    problem: null,
  }
  return [...transcript.filter(({ key }) => key !== entry.key), pending]
}

export function withDelivery(
  transcript: Transcript,
  key: string,
  change: Pick<Entry, 'delivery' | 'problem'>,
): Transcript {
  return transcript.map((entry) => (entry.key === key && entry.delivery !== 'sent' ? { ...entry, ...change } : entry))
}

/** The transcript with what the server sent, in the server's order; whoever is still on the way comes last. */
export function withActivities(
  transcript: Transcript,
  activities: readonly Activity[],
  customerId: string,
): Transcript {
  const arrived = activities.filter(isShown).map((activity) => entryOf(activity, customerId))
  if (arrived.length === 0) return transcript
  const keys = new Set(arrived.map(({ key }) => key))
  const settled = transcript.filter(({ key, delivery }) => delivery === 'sent' && !keys.has(key))
  const onTheWay = transcript.filter(({ key, delivery }) => delivery !== 'sent' && !keys.has(key))
  return [...settled, ...arrived, ...onTheWay]
}

/** Whether an activity is a message to read. */
export function isShown({ type, text, attachments }: Activity): boolean {
  return type === 'message' && (text.trim() !== '' || attachments.length > 0)
}

function entryOf(activity: Activity, customerId: string): Entry {
  const from = senderOf(activity, customerId)
  const at = activity.timestamp === null ? Number.NaN : Date.parse(activity.timestamp)
  const given = from === 'customer' ? textOf(activity.channelData, 'clientActivityID') : null
  return {
    key: given ?? activity.id ?? `${activity.timestamp ?? ''} ${activity.text}`,
    from,
    author: from === 'customer' || activity.from.name === '' ? null : activity.from.name,
    text: activity.text,
    at: Number.isNaN(at) ? null : at,
    attachments: activity.attachments,
    suggestions: activity.suggestions,
    delivery: 'sent',
    problem: null,
  }
}

export function senderOf({ from, channelData }: Activity, customerId: string): Entry['from'] {
  if (from.id === customerId || from.role === 'user') return 'customer'
  return textOf(channelData, 'sender') === 'system' ? 'system' : 'other'
}
