import type { Configuration } from '@unified-routing/routing'

export const people = ['ada', 'ben', 'cleo', 'dan', 'eve', 'finn'] as const

/** A small organization that keeps changing hands: records and chats for the same six people. */
export const crashConfiguration: Configuration = {
  version: 1,
  representatives: people.map((name) => ({ name, units: 100 })),
  queues: [
    { name: 'Cases', type: 'record', members: [...people], assignment: { method: 'roundRobin' } },
    { name: 'Chats', type: 'messaging', members: [...people] },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      fallbackQueue: 'Cases',
      capacity: { units: 10 },
    },
    {
      name: 'Chats',
      type: 'messaging',
      channel: 'liveChat',
      fallbackQueue: 'Chats',
      capacity: { units: 20 },
      wrapUp: 'dontBlock',
      offer: { autoAssign: true },
    },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Cases' }] }],
}
