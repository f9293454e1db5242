import { beforeEach, describe, expect, test } from 'vitest'
import { CONVERSATION, FakeDirectLine } from '../testing/fake-direct-line.ts'
import { connect, type DirectLineOptions, type Ticket } from './direct-line.ts'

let server: FakeDirectLine
let heard: string[]
let connections: string[]
beforeEach(() => {
  server = new FakeDirectLine()
  heard = []
  connections = []
})

const say = (text: string) => server.say({ type: 'message', text, from: { id: 'somebody' } })

async function join(changes: Partial<DirectLineOptions> = {}) {
  const line = connect({
    base: 'https://fake/v3/directline',
    ticket: { conversationId: CONVERSATION, token: server.token, expiresAt: null },
    surroundings: server.surroundings,
    onActivities: (activities) => heard.push(...activities.map(({ text }) => text)),
    onConnection: (connection) => connections.push(connection),
    onTicket: () => undefined,
    renew: async () => null,
    onGone: () => connections.push('gone'),
    ...changes,
  })
  await server.pass(0)
  return line
}

describe('a conversation over Direct Line', () => {
  test('begins with what was said before, then follows the stream', async () => {
    say('one')
    say('two')
    await join()
    say('three')
    expect(heard).toEqual(['one', 'two', 'three'])
    expect(connections.at(-1)).toBe('online')
    expect(server.socket?.url).toBe('wss://fake/stream?watermark=2')
  })

  test('hears everything once when the stream breaks and repeats itself', async () => {
    await join()
    say('one')
    server.socket?.drop()
    say('two')
    expect(connections.at(-1)).toBe('offline')
    await server.pass(1_000)
    server.socket?.receive({ activities: server.activities, watermark: '2' })
    say('three')
    expect(heard).toEqual(['one', 'two', 'three'])
  })

  test('tries again ever more slowly while the server is away, and at once when told to hurry', async () => {
    const line = await join()
    server.failures = Array.from({ length: 12 }, () => 503)
    server.socket?.drop()
    await server.pass(2_000)
    const tries = server.requests.length
    await server.pass(2_000)
    expect(server.requests.length - tries).toBeLessThanOrEqual(1)
    server.failures = []
    say('while away')
    line.hurry()
    await server.pass(0)
    expect(heard).toEqual(['while away'])
    expect(connections.at(-1)).toBe('online')
  })

  test('asks for the activities where no stream comes through', async () => {
    server.letsSocketsThrough = false
    await join()
    await server.pass(10_000)
    say('one')
    await server.pass(4_000)
    expect(heard).toEqual(['one'])
    expect(connections.at(-1)).toBe('online')
  })

  test('leaves a stream on which its own message does not come back', async () => {
    const line = await join()
    server.isStreamAlive = false
    await line.post({ type: 'message', text: 'Hello?', from: { id: 'me' } })
    expect(heard).toEqual([])
    await server.pass(11_000)
    expect(heard).toEqual(['Hello?'])
  })

  test('renews its token at half its life', async () => {
    const tickets: Ticket[] = []
    const expiresAt = server.surroundings.now() + 1_800_000
    const ticket = { conversationId: CONVERSATION, token: server.token, expiresAt }
    const line = await join({ ticket, onTicket: (fresh) => tickets.push(fresh) })
    await server.pass(901_000)
    expect(tickets.map(({ token }) => token)).toEqual(['token-1+'])
    await line.post({ type: 'message', text: 'with the new one', from: { id: 'me' } })
    expect(heard).toEqual(['with the new one'])
  })

  test('asks for another token when its own is over, and goes on', async () => {
    const line = await join({
      renew: async () => ({ conversationId: CONVERSATION, token: 'token-2', expiresAt: null }),
    })
    server.token = 'token-2'
    await line.post({ type: 'message', text: 'still here', from: { id: 'me' } })
    expect(heard).toEqual(['still here'])
  })

  test('gives up when the conversation cannot be read any more', async () => {
    server.failures = [404]
    await join()
    await server.pass(60_000)
    expect(connections).toEqual(['connecting', 'gone'])
    expect(server.requests).toHaveLength(1)
  })

  test('does nothing more once it is closed', async () => {
    const line = await join()
    line.close()
    const count = server.requests.length
    server.socket?.drop()
    await server.pass(60_000)
    expect(server.requests).toHaveLength(count)
  })
})
