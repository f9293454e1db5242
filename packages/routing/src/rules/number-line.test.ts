import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberLine, stepsUpTo } from './number-line.ts'

const number = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true }))

test('the steps below a number are those of the places and gaps that it is beyond', () => {
  fc.assert(
    fc.property(fc.uniqueArray(number.filter(Number.isFinite), { maxLength: 30 }), number, (some, asked) => {
      const places = [...new Set(some.map((place) => place + 0))].sort((one, other) => one - other)
      const line = numberLine(places)
      for (const one of [asked, ...places]) {
        const below = places.filter((place) => place < one).length
        expect(stepsUpTo(line, one)).toBe(2 * below + (places.includes(one) ? 1 : 0))
      }
    }),
  )
})
