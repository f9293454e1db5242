import type { WorkItemView } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { arrange, defaultSort, type InboxFilter, type InboxSort, needsAll, serverFilter } from './inbox-views.ts'
import { testWorkItem } from './work-item.fixture.ts'

const items: readonly WorkItemView[] = [
  testWorkItem('1', {
    title: 'Broken box',
    customerName: 'Émile',
    queue: 'Support',
    changedAt: at(3),
    transferCount: 2,
  }),
  testWorkItem('2', { title: 'Zoe', customerName: 'Zoe', channel: 'sms', queue: 'Chats', changedAt: at(9) }),
  testWorkItem('3', { title: 'Anna', customerName: 'Anna', channel: 'liveChat', queue: 'Chats', changedAt: at(3) }),
]

function at(second: number): string {
  return `2026-03-02T09:00:0${second}.000Z`
}

function ids(sort: InboxSort, filter: InboxFilter = {}, unread = new Set<string>()): string[] {
  return arrange(items, { sort, filter, unread }).map(({ id }) => id)
}

test('the latest change leads, and ties have one order', () => {
  expect(ids(defaultSort('my'))).toEqual(['2', '3', '1'])
  expect(ids({ key: 'changed', isDescending: false })).toEqual(['1', '3', '2'])
})

test('customers are in the order of the alphabet, accents or not', () => {
  expect(ids({ key: 'customer', isDescending: false })).toEqual(['3', '1', '2'])
})

test('numbers are compared as numbers', () => {
  expect(ids({ key: 'transfers', isDescending: true })).toEqual(['1', '3', '2'])
})

test('a text is looked for in what a card shows', () => {
  const sort = defaultSort('my')
  expect(ids(sort, { text: 'émile' })).toEqual(['1'])
  expect(ids(sort, { text: 'CHATS' })).toEqual(['2', '3'])
  expect(ids(sort, { text: 'nobody' })).toEqual([])
})

test('unread, read and channel narrow the list down together', () => {
  const unread = new Set(['2'])
  const sort = defaultSort('my')
  expect(ids(sort, { reading: 'unread' }, unread)).toEqual(['2'])
  expect(ids(sort, { reading: 'read' }, unread)).toEqual(['3', '1'])
  expect(ids(sort, { reading: 'read', channel: 'liveChat' }, unread)).toEqual(['3'])
})

test('the server sorts by date; for any other order, and for a filter, all of the view is read', () => {
  expect(serverFilter('open', defaultSort('open'))).toEqual({ view: 'open', sort: 'queuedAt' })
  expect(serverFilter('my', { key: 'created', isDescending: true })).toEqual({ view: 'my', sort: '-createdAt' })
  expect(serverFilter('closed', { key: 'customer', isDescending: false })).toEqual({
    view: 'closed',
    sort: '-changedAt',
  })
  expect(needsAll(defaultSort('my'), {})).toBe(false)
  expect(needsAll(defaultSort('my'), { text: 'x' })).toBe(true)
  expect(needsAll({ key: 'workstream', isDescending: false }, {})).toBe(true)
})
