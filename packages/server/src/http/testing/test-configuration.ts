import type { Role } from '@unified-routing/contract'

/** One representative for each role, named for it. */
export const people: Readonly<Record<Role, string>> = {
  'System Administrator': 'sam',
  'CSR Manager': 'mona',
  'Omnichannel Administrator': 'otto',
  'Omnichannel Supervisor': 'sue',
  'Customer Service Representative': 'cara',
  'Omnichannel Agent': 'olga',
}

/** A small organization: cases that are assigned, chats that are offered, and somebody of every role. */
export const testConfiguration = {
  version: 1,
  organization: { name: 'Test' },
  representatives: [
    ...Object.entries(people).map(([role, name]) => ({ name, email: `${name}@example.com`, roles: [role] })),
    { name: 'chris', email: 'chris@example.com' },
  ],
  queues: [
    { name: 'Support', type: 'record', members: ['cara', 'chris'] },
    { name: 'Other', type: 'record', members: ['chris'] },
    { name: 'Chats', type: 'messaging', members: ['olga', 'sue'] },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      fallbackQueue: 'Support',
      capacity: { units: 10 },
    },
    {
      name: 'Website chat',
      type: 'messaging',
      channel: 'liveChat',
      fallbackQueue: 'Chats',
      capacity: { units: 30 },
      contextVariables: [{ name: 'topic', type: 'text' }],
    },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Cases' }] }],
  rows: [
    { table: 'contact', id: 'contact-1', values: { fullName: 'Ada Example' } },
    { table: 'case', id: 'case-1', values: { title: 'First case', priority: 'High', customer: 'contact-1' } },
  ],
}
