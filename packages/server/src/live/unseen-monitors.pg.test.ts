import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../http/testing/test-app.ts'
import { openStream } from './stream-reader.fixture.ts'

const holder = 'Omnichannel Agent'
const supervisor = 'Omnichannel Supervisor'
const inCharge = [supervisor, 'CSR Manager', 'Omnichannel Administrator', 'System Administrator'] as const

type Role = NonNullable<Parameters<TestApp['call']>[0]>

let app: TestApp
let base: string
let chat: string
beforeAll(async () => {
  app = await startTestApp({ overrides: { presence: { reloadMs: 0, restartMs: 0 } } })
  base = await app.server.listen({ host: '127.0.0.1', port: 0 })
  await app.call(holder, 'POST', '/api/v1/representatives/olga/sign-in')
  const body = { workstream: 'Website chat', customer: 'contact-1' }
  chat = (await app.call(supervisor, 'POST', '/api/v1/conversations', { body })).body.id
  await app.engine.drain()
  await act(holder, 'work-items accept')
})
afterAll(() => app.stop())

function act(role: Role, path: `${'work-items' | 'conversations'} ${string}`, body: object = {}) {
  const [group, action] = path.split(' ')
  return app.call(role, 'POST', `/api/v1/${group}/${chat}/${action}`, { body })
}

/** Who takes part, in every view of the item that the caller can open. */
async function partsSeenBy(role: Role): Promise<unknown[]> {
  const read = async (path: string) => (await app.call(role, 'GET', `/api/v1/work-items${path}`)).body
  const listed = (await read(`?view=${role === holder ? 'my' : 'all'}`)).items
  const diagnosed = role === holder ? [] : [(await read(`/${chat}/diagnostics`)).workItem]
  const views = [await read(`/${chat}`), ...listed, ...diagnosed]
  return views.filter(({ id }: { id: string }) => id === chat).flatMap(({ participants }) => participants)
}

async function journalTypes(role: Role): Promise<string[]> {
  const { body } = await app.call(role, 'GET', `/api/v1/work-items/${chat}/journal?limit=200`)
  return body.items.map(({ type }: { type: string }) => type).filter((type: string) => type.includes('participant'))
}

const END = 'Ends the live stream'

/** All that a stream tells from there on to the note that ends it, as text. */
async function toldTo(role: Role, after: number): Promise<string> {
  const reader = await openStream(base, await app.cookieOf(role), { after })
  const told: string[] = []
  while (!told.at(-1)?.includes(END)) told.push(JSON.stringify(await reader.next()))
  await reader.close()
  return told.join('\n')
}

test('who monitors without joining is named to those who supervise or administer, and not to the holder', async () => {
  const after = app.engine.committedSequence()
  const live = toldTo(holder, after)
  await act(supervisor, 'conversations monitor')
  expect((await act(holder, 'work-items attributes', { attributes: { urgent: true } })).body.participants).toEqual([])
  expect(await partsSeenBy(holder)).toEqual([])
  for (const role of inCharge)
    expect(await partsSeenBy(role)).toMatchObject(Array(3).fill({ representative: 'sue', mode: 'monitor' }))
  await act(supervisor, 'conversations leave')
  await act(holder, 'conversations messages', { from: 'representative', kind: 'note', text: END })

  const past = await toldTo(holder, after)
  for (const told of [await live, past]) expect(told).not.toMatch(/sue|monitor|participant(Joined|Left)/)
  expect(await toldTo(supervisor, after)).toMatch(/participantJoined.*sue/)
  expect(await journalTypes(holder)).toEqual([])
  expect(await journalTypes('Omnichannel Administrator')).toEqual([
    'workItem.participantJoined',
    'workItem.participantLeft',
  ])
})

test('who joins is named to all who see the conversation, from then on', async () => {
  await act(supervisor, 'conversations monitor')
  await act(supervisor, 'conversations join')
  expect(await partsSeenBy(holder)).toMatchObject(Array(2).fill({ representative: 'sue', access: 'public' }))
  await act(supervisor, 'conversations leave')
  expect(await journalTypes(holder)).toEqual(['workItem.participantShown', 'workItem.participantLeft'])
})
