import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp } from './testing/test-app.ts'

const PEOPLE = 1500

let app: TestApp
let hashes: number
beforeAll(async () => {
  hashes = 0
  app = await startTestApp({
    overrides: {
      passwordHashing: {
        hash: async (password) => {
          hashes += 1
          return `hash of ${password}`
        },
        verify: async ({ hash, password }) => hash === `hash of ${password}`,
      },
    },
  })
})
afterAll(() => app.stop())

test('a document with many new people gives each an account, with one hash for all', async () => {
  const read = await app.call('System Administrator', 'GET', '/api/v1/configuration')
  const before = hashes
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    name: `person-${index}`,
    fullName: `Person ${index}`,
    email: `Person-${index}@example.com`,
  }))
  const body = { ...read.body, representatives: [...read.body.representatives, ...people] }
  const headers = { 'if-match': String(read.headers.etag) }
  const put = await app.call('System Administrator', 'PUT', '/api/v1/configuration', { body, headers })
  expect(put.status, put.text).toBe(200)
  expect(hashes).toBe(before + 1)
  await expect(signIn(app, 'person-0@example.com')).resolves.toContain('=')
  await expect(signIn(app, `person-${PEOPLE - 1}@example.com`)).resolves.toContain('=')
})
