import fc from 'fast-check'
import type { AssignmentMethod, Playbook, Queue } from '../src/configuration/document.ts'

/** Assignment methods whose rules change their verdict as time passes. */
export const methodsOfTime: readonly AssignmentMethod[] = [
  {
    method: 'roundRobin',
    prioritization: [
      { name: 'Long', when: { path: 'item.waiting', op: 'gt', value: '40s' } },
      { name: 'New', when: { path: 'item.createdAt', op: 'within', value: '2m' }, orderBy: { path: 'item.waiting' } },
    ],
  },
  {
    method: 'custom',
    rulesets: [
      {
        name: 'Relaxing',
        isDefault: true,
        rules: [
          {
            name: 'Skilled',
            when: {
              all: [
                { path: 'representative.skills', op: 'exactMatch' },
                { path: 'representative.basePresence', op: 'in', value: ['Available', 'Busy'] },
              ],
            },
          },
          { name: 'Anybody', when: { path: 'item.waiting', op: 'ge', value: '30s' }, orderBy: 'leastActive' },
        ],
      },
      { name: 'Late', rules: [{ name: 'Ana', when: { path: 'representative.name', op: 'eq', value: 'ana' } }] },
    ],
    selectionCriteria: [
      { name: 'After a minute', when: { path: 'item.createdAt', op: 'olderThan', value: '1m' }, ruleset: 'Late' },
    ],
  },
]

export const inQueueOverflow: fc.Arbitrary<NonNullable<Queue['overflow']>['inQueue']> = fc.constantFrom(
  [],
  [],
  [{ waitingLongerThan: '90s', do: { transferToQueue: 'Texts' } }],
)

const french = { path: 'item.customer', op: 'eq', value: 'french' } as const

const every: readonly Playbook[] = [
  {
    name: 'Rings',
    kind: 'bullseye',
    queues: ['Chats'],
    levels: [
      { userGroups: ['Inner'], after: '0s' },
      { userGroups: ['Outer'], after: '40s' },
    ],
    whenExhausted: 'stayInGroups',
  },
  {
    name: 'Known',
    kind: 'expert',
    queues: 'all',
    branches: [{ when: french, order: ['previous', 'preferred'], recency: '5m' }],
    otherwise: { order: ['preferred'], recency: '1d' },
  },
  {
    name: 'Impatience',
    kind: 'priorityByWait',
    queues: 'all',
    branches: [{ when: { path: 'item.waiting', op: 'gt', value: '2m' }, add: 20, every: '30s' }],
    otherwise: { add: 5, every: '45s' },
  },
  { name: 'Moved', kind: 'priorityOnTransfer', queues: 'all', branches: [{ when: french, add: 30 }] },
  {
    name: 'Nobody free',
    kind: 'overflow',
    queues: ['Chats'],
    trigger: 'nobodyAvailable',
    branches: [{ when: french, do: { transferToQueue: 'Texts' } }],
  },
  {
    name: 'Nobody home',
    kind: 'overflow',
    queues: 'all',
    trigger: 'everyoneSignedOut',
    branches: [],
    otherwise: { transferToQueue: 'Texts' },
  },
  {
    name: 'Calls',
    kind: 'overflow',
    queues: ['Calls'],
    trigger: 'nobodyAvailable',
    branches: [],
    otherwise: 'directCallback',
  },
]

export const anyPlaybooks: fc.Arbitrary<Playbook[]> = fc.subarray([...every])
