import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSecretBox, KEY_BYTES } from './secret-box.ts'

const box = createSecretBox(randomBytes(KEY_BYTES))
const place = ['default', 'bot', 'helper', 'secret']

test('what was sealed opens at its place, and does not show in what is kept', () => {
  const sealed = box.seal('geheim, ñandú', place)
  expect(sealed).not.toContain('geheim')
  expect(box.open(sealed, place)).toBe('geheim, ñandú')
})

test('the same text is sealed differently each time', () => {
  expect(box.seal('same', place)).not.toBe(box.seal('same', place))
})

test('it opens nowhere else, under no other key, and not when it was changed', () => {
  const sealed = box.seal('text', place)
  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => box.open(sealed, ['default', 'bot', 'other', 'secret'])).toThrow()
  expect(() => createSecretBox(randomBytes(KEY_BYTES)).open(sealed, place)).toThrow()
  expect(() => box.open(changed.toString('base64url'), place)).toThrow()
})
