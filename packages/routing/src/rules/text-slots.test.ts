import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slotOf, textSlots } from './text-slots.ts'

const text = fc.string({ minLength: 1, maxLength: 8 })
const numbered = fc.nat({ max: 60 }).map((count) => Array.from({ length: count }, (_, n) => `country ${n}`))
const known = fc.oneof(fc.uniqueArray(text, { maxLength: 40 }), numbered)

test('every known text lies in its slot, and no other text does', () => {
  fc.assert(
    fc.property(known, fc.array(text), (texts, others) => {
      const slots = textSlots(texts)
      if (slots === null) return
      for (const one of [...texts, ...others]) {
        expect(slots.texts[slotOf(slots, one)] === one).toBe(texts.includes(one))
      }
    }),
  )
})

test('names that end in numbers are told apart, and so are hundreds of codes', () => {
  const pairs = Array.from({ length: 200 }, (_, n) => `${String.fromCharCode(65 + (n % 20), 65 + n / 20)}`)
  expect(textSlots(Array.from({ length: 60 }, (_, n) => `country ${n}`))).not.toBeNull()
  expect(textSlots(pairs.slice(0, 100))).not.toBeNull()
})

test('texts that two letters do not tell apart have no slots', () => {
  const letters = ['a', 'b', 'c']
  const texts = letters.flatMap((one) => letters.flatMap((other) => letters.map((third) => `${one}-${other}-${third}`)))
  expect(textSlots(texts)).toBeNull()
})
