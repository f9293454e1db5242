import type { Configuration } from '../src/configuration/document.ts'
import { HOUR, START } from './router-under-test.fixture.ts'

/** Two people, two queues and two workstreams: enough for most of what can go wrong. */
export const desk: Configuration = {
  version: 1,
  skillTypes: ['Language'],
  skills: [{ name: 'French', type: 'Language' }],
  capacityProfiles: [{ name: 'one at a time', limit: 1 }],
  representatives: [{ name: 'ana' }, { name: 'ben' }],
  queues: [
    { name: 'Chats', type: 'messaging', members: ['ana', 'ben'], assignment: { method: 'roundRobin' } },
    { name: 'Second line', type: 'messaging', members: ['ben'] },
  ],
  workstreams: [
    {
      name: 'Chat',
      type: 'messaging',
      channel: 'liveChat',
      capacity: { units: 50 },
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Chats' }] },
    },
    {
      name: 'Text',
      type: 'messaging',
      channel: 'sms',
      capacity: { units: 50 },
      offer: { autoAssign: true },
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Chats' }] },
    },
  ],
}

const [chat = { name: '', type: 'messaging', channel: 'liveChat' }, text = chat] = desk.workstreams ?? []

export function withChat(change: Partial<typeof chat>): Configuration {
  return { ...desk, workstreams: [{ ...chat, ...change }, text] }
}

export const calendars = { horizon: { from: START - HOUR, to: START + 24 * HOUR }, hours: {}, midnights: [] }

export function configured(configuration: Configuration, hours = calendars) {
  return { type: 'configure', configuration, calendars: hours, version: 2, rows: [] } as const
}
