import { expect, test } from 'vitest'
import { closingText, isClosedWithSession } from './closing-text.ts'
import { testWorkItem } from './work-item.fixture.ts'

const chat = testWorkItem('C', { kind: 'conversation', channel: 'liveChat', state: 'Active', assignedTo: 'anna' })

test('a session with nothing in it is closed without a question', () => {
  expect(closingText(undefined, 'anna', {})).toBeNull()
  expect(closingText(testWorkItem('R', { assignedTo: 'anna' }), 'anna', {})).toBeNull()
  expect(closingText({ ...chat, state: 'Closed' }, 'anna', {})).toBeNull()
  expect(closingText(chat, 'lena', {})).toBeNull()
})

test('what becomes of a conversation depends on its channel and on whether it has ended', () => {
  expect(closingText(chat, 'anna', {})).toContain('back to its queue')
  expect(closingText({ ...chat, channel: 'sms' }, 'anna', {})).toContain('when the customer writes')
  expect(closingText({ ...chat, state: 'Wrap-up' }, 'anna', {})).toContain('is closed with it')
})

test('what was typed is named, beside the rest', () => {
  expect(closingText(testWorkItem('R'), 'anna', { record: '{}' })).toContain('What you typed')
  expect(closingText(chat, 'anna', { message: 'Dear' })).toMatch(/queue.*What you typed/s)
})

test('nobody closes the work of others by closing their own view of it', () => {
  expect(isClosedWithSession(chat, 'anna')).toBe(true)
  expect(isClosedWithSession(chat, 'lena')).toBe(false)
  expect(isClosedWithSession({ ...chat, assignedTo: null }, null)).toBe(false)
})
