import { expect, test } from 'vitest'
import { slashCommandIn } from './slash-commands.ts'

test.each([
  ['/q', 'quickReplies', ''],
  ['/1', 'quickReplies', ''],
  ['Hello /q', 'quickReplies', 'Hello '],
  ['one\n/q', 'quickReplies', 'one\n'],
  ['/c ', 'consult', ''],
  ['/4', 'consult', ''],
  ['/t ', 'transferToRepresentative', ''],
  ['/2', 'transferToRepresentative', ''],
  ['/tq', 'transferToQueue', ''],
  ['/3', 'transferToQueue', ''],
])('%j is the command %s', (text, key, rest) => {
  expect(slashCommandIn(text)).toEqual({ key, rest })
})

test.each(['/t', '/c', 'and/q', '/quit', 'https://example.com/q', '1/2', '/x '])('%j is no command', (text) => {
  expect(slashCommandIn(text)).toBeNull()
})
