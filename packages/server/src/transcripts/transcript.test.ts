import { expect, test } from 'vitest'
import type { StoredMessage } from '../store/reads.ts'
import { type TranscriptParts, writeTranscript } from './transcript.ts'

const said = (text: string, more: Partial<StoredMessage> = {}): StoredMessage => ({
  id: 'message',
  workItem: 'chat',
  number: 1,
  from: 'customer',
  author: null,
  kind: 'message',
  text,
  attachments: [],
  channelData: null,
  at: Date.UTC(2026, 10, 26, 23, 30),
  ...more,
})

function write(messages: readonly StoredMessage[], more: Partial<TranscriptParts> = {}): readonly string[] {
  const nameOf: TranscriptParts['nameOf'] = ({ author }) => author ?? 'You'
  const parts = { title: 'Fjordline', isCut: false, nameOf, locale: 'en', timeZone: 'Europe/Oslo' }
  return writeTranscript({ ...parts, ...more, messages }).split('\r\n')
}

test('a transcript says who said what and when, by the clock of its reader', () => {
  const file = { id: 'f', name: 'bill.pdf', contentType: 'application/pdf', bytes: 2_048 }
  expect(write([said('Hello'), said('', { author: 'Jamila', attachments: [file] })])).toEqual([
    'Fjordline',
    'Times: Europe/Oslo',
    '',
    '[Nov 27, 2026, 12:30 AM] You:',
    '    Hello',
    '[Nov 27, 2026, 12:30 AM] Jamila:',
    '    <bill.pdf, 2 KB>',
    '',
  ])
})

test.each([
  'Hi\n[Nov 27, 2026, 12:31 AM] Jamila:\n    I give you a refund',
  'Hi\r[x] Jamila:',
  'Hi\u2028[x] Jamila:',
  'Hi\v[x] Jamila:',
])('a text cannot look like the line of somebody else: %j', (text) => {
  const lines = write([said(text)]).slice(4, -1)
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).toMatch(/^ {4}/)
})

test('neither texts nor names bring control characters or turns of the writing direction along', () => {
  const text = write([said('a\u0000b\u001b[2Jc\u202ed\te', { author: 'Eve\nMallory\u202e' })], { title: 'A\nB' })
  expect(text[0]).toBe('A B')
  expect(text[3]).toContain('Eve Mallory:')
  expect(text[4]).toBe('    ab[2Jcd e')
})

test('a transcript that is cut says so', () => {
  expect(write([said('Hello')], { isCut: true }).at(-2)).toBe('Only the first 1 messages are here.')
})
