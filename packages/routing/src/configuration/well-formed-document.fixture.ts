import { validateConfiguration } from './validate.ts'
import type { Problem } from './validation/problem.ts'

export type DocumentPath = readonly (string | number)[]

/** A document that uses most of the format, as text: parsing it gives each test a copy of its own. */
export const wellFormed = JSON.stringify({
  version: 1,
  organization: {
    name: 'Northwind',
    timeZone: 'Europe/Madrid',
    declineLimit: 2,
    autoClose: [{ channel: 'sms', state: 'Waiting', after: '2d' }],
  },
  tables: [
    { name: 'contact', columns: [{ name: 'tier', type: 'choice', choices: ['Gold', 'Silver'] }] },
    {
      name: 'device',
      queueEnabled: true,
      columns: [{ name: 'owner', type: 'lookup', target: 'contact', required: true }],
    },
  ],
  rows: [
    { table: 'contact', id: 'c1', values: { tier: 'Gold' } },
    { table: 'device', id: 'd1', values: { owner: 'c1' } },
  ],
  skillTypes: ['Language'],
  ratingModels: [{ name: 'Ten', min: 1, max: 10, values: { Expert: 10 } }],
  skills: [{ name: 'French', type: 'Language', ratingModel: 'Ten' }],
  capacityProfiles: [{ name: 'Chats', limit: 3 }],
  presences: [{ name: 'Lunch', base: 'Away' }],
  operatingHours: [
    {
      name: 'Office',
      hours: [{ days: ['MO'], start: '09:00', end: '17:00', breaks: [{ start: '12:00', end: '13:00' }] }],
      holidays: [{ name: 'Christmas', from: '2026-12-24', to: '2026-12-26' }],
    },
  ],
  customRoles: [{ name: 'Seasonal', persona: 'representative' }],
  representatives: [
    {
      name: 'ana',
      email: 'ana@example.com',
      capacityProfiles: { Chats: 5 },
      skills: { French: 7 },
      columns: { team: 'a' },
    },
    { name: 'bo', roles: ['Seasonal'], workingHours: 'Office', skills: { French: { rating: 2, active: false } } },
  ],
  userGroups: [{ name: 'Experts', members: ['bo'], queues: ['Chats'] }],
  queues: [
    {
      name: 'Chats',
      type: 'messaging',
      members: ['ana'],
      operatingHours: 'Office',
      overflow: { beforeQueue: [{ when: { workItemLimit: 5 }, do: 'endConversation' }] },
    },
    {
      name: 'Devices',
      type: 'record',
      assignment: {
        method: 'custom',
        prioritization: [
          {
            name: 'Gold',
            when: { path: 'item.customer.tier', op: 'eq', value: 'Gold' },
            orderBy: { path: 'item.createdAt' },
          },
        ],
        rulesets: [
          {
            name: 'All',
            isDefault: true,
            rules: [
              { name: 'Team', when: { path: 'representative.team', op: 'eq', value: 'a' }, orderBy: ['leastActive'] },
            ],
          },
        ],
        selectionCriteria: [{ name: 'Always', when: { all: [] }, ruleset: 'All' }],
      },
    },
  ],
  workstreams: [
    {
      name: 'Web',
      type: 'messaging',
      channel: 'liveChat',
      contextVariables: [{ name: 'topic', type: 'text' }],
      classification: [
        {
          name: 'Skills',
          rules: [
            {
              name: 'French',
              when: { path: 'item.context.topic', op: 'eq', value: 'fr' },
              set: { skills: { French: 3 } },
            },
          ],
        },
      ],
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Chats' }] },
    },
    {
      name: 'Devices',
      type: 'record',
      channel: 'record',
      table: 'device',
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, allocation: { Devices: 100 } }] },
    },
  ],
  recordTypes: [
    {
      table: 'device',
      intakeRules: [
        { name: 'All', when: { path: 'record.owner.tier', op: 'eq', value: 'Gold' }, workstream: 'Devices' },
      ],
    },
  ],
  preferredRepresentatives: [{ contact: 'c1', representatives: ['ana', 'bo'] }],
  playbooks: [
    {
      name: 'Bullseye',
      kind: 'bullseye',
      queues: ['Chats'],
      levels: [
        { userGroups: ['Experts'], after: '0s' },
        { userGroups: ['Experts'], after: '30s' },
      ],
    },
    { name: 'Wait', kind: 'priorityByWait', queues: 'all', branches: [{ when: { all: [] }, add: 5, every: '30s' }] },
  ],
})

/** Problems of the well-formed document after its value at the path was replaced; undefined removes it. */
export function problemsWith(path: DocumentPath, value: unknown): readonly Problem[] {
  return problemsAfter([[path, value]])
}

/** Problems of the well-formed document after several values were replaced. */
export function problemsAfter(changes: readonly (readonly [path: DocumentPath, value: unknown])[]): readonly Problem[] {
  const document: unknown = JSON.parse(wellFormed)
  for (const [path, value] of changes) replace(document, path, value)
  const validation = validateConfiguration(document)
  return validation.ok ? [] : validation.problems
}

function replace(target: unknown, [key, ...rest]: DocumentPath, value: unknown): void {
  if (key === undefined || typeof target !== 'object' || target === null) return
  if (rest.length > 0) replace(Reflect.get(target, key), rest, value)
  else if (value === undefined) Reflect.deleteProperty(target, key)
  else Reflect.set(target, key, value)
}
