import { describe, expect, test } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const ada = { name: 'Ada Lovelace', email: 'ada.lovelace@example.com' }
const problemOf = (password: string) => passwordProblem(password, ada, 10)

describe('a password', () => {
  test.each([
    'correct horse battery',
    'Zwölf Boxkämpfer',
    'lovelace wrote the notes',
    'quiet-7-river-lamp',
  ])('may be a phrase such as %j', (password) => expect(problemOf(password)).toBeNull())

  test.each([
    ['too short', 'tangerine', /at least 10 characters/],
    ['counted in characters, not in units', '🦉🦊🐻🐼', /at least 10 characters/],
    ['one that is tried first', 'qwertyuiop', /tried first/],
    ['one that is tried first, in capitals', 'QWERTYUIOP', /tried first/],
    ['one that is tried first, with a tail', 'starwars2026', /tried first/],
    ['a few characters again and again', 'abababababab', /same few characters/],
    ['the own name', 'AdaLovelace1', /your name/],
    ['the name of the product', 'Unified-Routing', /your name/],
  ])('is refused when it is %s', (_reason, password, message) => expect(problemOf(password)).toMatch(message))
})
