import { expect, test } from 'vitest'
import { checkChange } from './check-change.ts'
import type { Configuration } from './document.ts'

const previous: Configuration = {
  version: 1,
  tables: [{ name: 'device', queueEnabled: true }, { name: 'product' }],
  capacityProfiles: [{ name: 'Chats', limit: 3 }],
  queues: [{ name: 'Chats', type: 'messaging' }],
  workstreams: [{ name: 'Web', type: 'messaging', channel: 'liveChat' }],
}

test('choices that are made once cannot change', () => {
  const problems = checkChange(previous, {
    version: 1,
    tables: [{ name: 'product' }, { name: 'device', queueEnabled: false }],
    capacityProfiles: [{ name: 'Chats', limit: 3, reset: 'endOfDay' }],
    queues: [{ name: 'Chats', type: 'record' }],
    workstreams: [{ name: 'Web', type: 'messaging', channel: 'liveChat', distribution: 'pick' }],
  })
  expect(problems.map(({ path }) => path)).toEqual([
    'queues[0].type',
    'workstreams[0].distribution',
    'capacityProfiles[0].reset',
    'tables[1].queueEnabled',
  ])
})

test('a table that was queue-enabled stays so when the line is left out as well', () => {
  expect(checkChange(previous, { version: 1, tables: [{ name: 'device' }] })).toHaveLength(1)
})

test('defaults written out, other settings and new elements are free to change', () => {
  const next: Configuration = {
    version: 1,
    tables: [
      { name: 'device', queueEnabled: true },
      { name: 'product', queueEnabled: true },
    ],
    capacityProfiles: [{ name: 'Chats', limit: 9, reset: 'immediate' }],
    queues: [
      { name: 'Chats', type: 'messaging', priority: 2 },
      { name: 'Cases', type: 'record' },
    ],
    workstreams: [{ name: 'Web', type: 'messaging', channel: 'liveChat', distribution: 'push' }],
  }
  expect(checkChange(previous, next)).toEqual([])
  expect(checkChange(previous, { version: 1 })).toEqual([])
})

test('a new name does not make choices anew, and a name given up is free', () => {
  const next: Configuration = {
    version: 1,
    queues: [
      { name: 'Talks', type: 'record' },
      { name: 'Chats', type: 'voice' },
    ],
  }
  const problems = checkChange(previous, next, [{ list: 'queues', from: 'Chats', to: 'Talks' }])
  expect(problems.map(({ path }) => path)).toEqual(['queues[0].type'])
})
