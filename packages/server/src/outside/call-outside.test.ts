import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInner, postWebhook } from './call-outside.ts'

let asked = 0
const server = createServer((_request, response) => {
  asked += 1
  response.writeHead(302, { location: 'http://127.0.0.1/elsewhere' }).end()
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' ? (address?.port ?? 0) : 0
})
afterAll(() => server.close())

describe('a webhook', () => {
  test.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
  ])('to %s does not reach our own machine', async (host) => {
    const before = asked
    const error = await postWebhook({ url: `http://${host}:${port}/`, headers: {}, body: '{}', allowsInner: false })
    expect(error).toContain('inner network')
    expect(asked).toBe(before)
  })

  test('follows no redirection', async () => {
    const before = asked
    const url = `http://127.0.0.1:${port}/`
    expect(await postWebhook({ url, headers: {}, body: '{}', allowsInner: true })).toBe('HTTP 302')
    expect(asked).toBe(before + 1)
  })
})

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['169.254.169.254', true],
  ['::ffff:192.168.0.1', true],
  ['fd00::1', true],
  ['1.1.1.1', false],
  ['2606:4700:4700::1111', false],
])('%s is of an inner network: %s', (address, expected) => {
  expect(isInner(address)).toBe(expected)
})
