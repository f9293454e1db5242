import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('an id is a UUID of version 7 that begins with its instant', () => {
  const before = Date.now()
  const id = newId()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const instant = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  expect(instant).toBeGreaterThanOrEqual(before)
  expect(instant).toBeLessThanOrEqual(Date.now())
})

test('ids of one instant differ in all that follows it', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  expect(new Set(ids.map((id) => id.slice(14))).size).toBe(ids.length)
})
