import type { Configuration } from '../../packages/routing/src/main.ts'

/** Who is there for the customers of the soak. */
export const people = Array.from({ length: 6 }, (_, index) => `r${index}`)

export const emailOf = (name: string): string => `${name}@example.com`

/** Chats that are offered and cases that are assigned, to everybody. */
export const organization: Configuration = {
  version: 1,
  organization: { name: 'Soak' },
  representatives: people.map((name) => ({ name, email: emailOf(name), roles: ['Omnichannel Agent'], units: 1_000 })),
  queues: [
    { name: 'Chats', type: 'messaging', members: people },
    { name: 'Cases', type: 'record', members: people },
  ],
  workstreams: [
    { name: 'Chat', type: 'messaging', channel: 'liveChat', fallbackQueue: 'Chats', capacity: { units: 1 } },
    { name: 'Cases', type: 'record', channel: 'record', table: 'case', fallbackQueue: 'Cases', capacity: { units: 1 } },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Cases' }] }],
}
