import { expect, test } from 'vitest'
import { isoInstant } from './instants.ts'

test('an instant is written as itself, also after many others, before 1970 and between milliseconds', () => {
  const instants = [1_764_201_600_000, 1_764_201_600_512, 1_764_201_600_000, -1, -513, 0.5, 0]
  expect(instants.map(isoInstant)).toEqual(instants.map((instant) => new Date(instant).toISOString()))
})
