import { expect, test } from 'vitest'
import { nameOfTitle } from './name-of-title.ts'

test.each([
  ['Greeting', 'greeting'],
  ['Überblick (kurz)', 'uberblick-kurz'],
  ['  Refund: granted!  ', 'refund-granted'],
  ['日本語', 'untitled'],
])('the name of %s is %s', (title, name) => {
  expect(nameOfTitle(title, new Set())).toBe(name)
})

test('a name that is taken gets a number', () => {
  expect(nameOfTitle('Greeting', new Set(['greeting', 'greeting-2']))).toBe('greeting-3')
})

test('a long title makes a name that an address can hold', () => {
  expect(nameOfTitle(`${'word '.repeat(20)}`, new Set())).toMatch(/^[a-z-]{50,60}$/)
})
