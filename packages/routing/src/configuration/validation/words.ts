import type { Channel, QueueType } from '../../vocabulary.ts'
import type { Column, Weekday } from '../document.ts'

/** The closed vocabularies of the document, as lists: what the types say, where values come from outside. */
export const queueTypes: readonly QueueType[] = ['messaging', 'record', 'voice']

export const channelsOf: Readonly<Record<QueueType, readonly Channel[]>> = {
  messaging: ['liveChat', 'persistentChat', 'sms', 'whatsApp', 'facebook', 'teams', 'custom'],
  record: ['record'],
  voice: ['voice'],
}

export const channels: readonly Channel[] = [...channelsOf.messaging, ...channelsOf.record, ...channelsOf.voice]

export const columnTypes: readonly Column['type'][] = [
  'text',
  'integer',
  'decimal',
  'boolean',
  'dateTime',
  'choice',
  'lookup',
]

export const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

export function isQueueType(value: unknown): value is QueueType {
  return queueTypes.some((type) => type === value)
}

export function isColumnType(value: unknown): value is Column['type'] {
  return columnTypes.some((type) => type === value)
}
