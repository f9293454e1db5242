import { expect, test } from 'vitest'
import { sharedBuffersMb } from './postgres-settings.ts'

test('PostgreSQL keeps pages in an eighth of the memory, at least 128 MB and at most 1 GB', () => {
  const gigabytes = [0.5, 1, 4, 8, 64]
  expect(gigabytes.map((amount) => sharedBuffersMb(amount * 1024 ** 3))).toEqual([128, 128, 512, 1024, 1024])
})
