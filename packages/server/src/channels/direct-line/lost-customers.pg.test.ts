import type { WorkItem } from '@unified-routing/routing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepCustomerStreams, listSilentCustomers } from '../../store/customer-streams.ts'
import { type ChatServer, saveWidget, startChatServer } from './testing.fixture.ts'

let chat: ChatServer
beforeAll(async () => {
  chat = await startChatServer({ overrides: { chat: { reloadMs: 0, sweepMs: 20 } } })
  await saveWidget(chat.app)
  await saveWidget(chat.app, { reconnectMinutes: 10 }, 'patient')
})
afterAll(() => chat.app.stop())

/** A customer who only asks for what is new, without a stream. */
async function poller(widget: string) {
  const reply = await fetch(`${chat.base}/chat/widgets/${widget}/conversations`, { method: 'POST' })
  const { conversationId: id, token } = Object(await reply.json())
  const poll = () =>
    fetch(`${chat.domain}/conversations/${id}/activities`, { headers: { authorization: `Bearer ${token}` } })
  await expect.poll(() => silentSince(chat.app.services.now() + 1)).toContain(id)
  return { id: String(id), poll }
}

const silentSince = (at: number) => listSilentCustomers(chat.app.store, 'default', at)

/** Resolves once the conversation is as it should be. */
function becomes(id: string, is: (item: WorkItem) => boolean): Promise<WorkItem> {
  return new Promise((resolve) => {
    const stop = chat.app.engine.onCommitted(({ workItems }) => {
      const item = workItems.get(id)
      if (item === undefined || !is(item)) return
      stop()
      resolve(item)
    })
  })
}

/** As if nobody had heard of the customer for long. */
const silence = (id: string) => keepCustomerStreams(chat.app.store, 'default', { conversations: [id], at: 0 })
const isLost = ({ customerDisconnectedAt }: WorkItem) => customerDisconnectedAt !== null

test.each([
  ['shop', 3],
  ['patient', 10],
])('a customer of the widget %s who has stopped asking is lost, and has %i minutes to come back', async (widget, minutes) => {
  const { id, poll } = await poller(widget)
  const lost = becomes(id, isLost)
  await silence(id)
  expect((await lost).customerReturnWithinMs).toBe(minutes * 60_000)
  const back = becomes(id, (item) => !isLost(item))
  expect((await poll()).status).toBe(200)
  await back
})

test('a customer who goes on asking counts as there, though without a stream', async () => {
  const startedAt = chat.app.services.now()
  const { id, poll } = await poller('shop')
  await poll()
  expect(await silentSince(startedAt)).not.toContain(id)
})
