import type { Queue } from '@unified-routing/routing'
import { describe, expect, test } from 'vitest'
import { queueFieldOf, queueOf, queueTabOf, queueValues } from './queue-values.ts'

const queues: Readonly<Record<string, Queue>> = {
  'a queue with nothing but its type': { name: 'Cases', type: 'record' },
  'a queue with everything': {
    name: 'Calls',
    type: 'voice',
    priority: 3,
    members: ['ana', 'ben'],
    operatingHours: 'Office',
    assignment: { method: 'roundRobin' },
    overflow: {
      beforeQueue: [
        { when: 'outOfOperatingHours', do: 'voicemail' },
        { when: { workItemLimit: 5 }, do: { transferToQueue: 'Spare' } },
        { when: { averageWait: '90s' }, do: { transferToNumber: '+47 555' } },
      ],
      inQueue: [{ waitingLongerThan: '5m', do: 'directCallback' }],
    },
    respectWorkingHours: true,
  },
  'a queue that spells out its defaults': {
    name: 'Cases',
    type: 'record',
    priority: 1,
    members: [],
    assignment: { method: 'highestCapacity' },
    overflow: { inQueue: [] },
    respectWorkingHours: false,
  },
  'a queue with rules of its own': {
    name: 'Chats',
    type: 'messaging',
    assignment: { method: 'custom', rulesets: [{ name: 'All', rules: [] }] },
  },
}

describe('a queue that is opened and saved unchanged stays as it was', () => {
  for (const [what, queue] of Object.entries(queues)) {
    test(what, () => expect(queueOf(queueValues(queue), queue)).toEqual(queue))
  }
})

test('problems of overflow lead to the field that holds the value, on its tab', () => {
  const places = {
    'overflow.beforeQueue.1.when.workItemLimit': 'beforeQueue.1.limit',
    'overflow.beforeQueue.2.do': 'beforeQueue.2.action',
    'overflow.beforeQueue.2.do.transferToQueue': 'beforeQueue.2.queue',
    'overflow.inQueue.0.waitingLongerThan': 'inQueue.0.wait',
    'overflow.inQueue': 'inQueue',
    priority: 'priority',
  }
  for (const [place, field] of Object.entries(places)) expect(queueFieldOf(place)).toBe(field)
  expect(['inQueue.0.wait', 'members.3', 'assignment.prioritization.0.when', 'priority'].map(queueTabOf)).toEqual([
    'overflow',
    'members',
    'rules',
    'general',
  ])
})
