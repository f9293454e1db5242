import { createServer, type Server } from 'node:http'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChatServer, portOf, saveWidget, startChatServer } from '../direct-line/testing.fixture.ts'

type Keys = Awaited<ReturnType<typeof generateKeyPair>>

let chat: ChatServer
let keyServer: Server
let keys: Keys
beforeAll(async () => {
  chat = await startChatServer()
  keys = await generateKeyPair('RS256', { extractable: true })
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k2', alg: 'RS256' }] })
  const pem = await exportSPKI(keys.publicKey)
  keyServer = createServer((request, response) => response.end(request.url === '/pem' ? pem : jwks))
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
  const keysAt = `http://127.0.0.1:${portOf(keyServer.address())}`
  const survey = [
    { name: 'topic', text: 'What is it about?', type: 'singleLine', isRequired: true, options: [] },
    { name: 'Kind', text: 'Which?', type: 'options', isRequired: false, options: ['Order', 'Refund'] },
    { name: 'Terms', text: 'Agree?', type: 'consent', isRequired: true, options: [] },
  ] as const
  await saveWidget(chat.app, { survey, heading: 'Ask <b>us</b>' }, 'asks')
  await saveWidget(chat.app, { authentication: 'token', keysUrl: `${keysAt}/jwks`, issuer: 'shop' }, 'knows')
  await saveWidget(chat.app, { authentication: 'token', keysUrl: `${keysAt}/pem` }, 'knows-by-pem')
  const comesBack = { authentication: 'token', keysUrl: `${keysAt}/jwks`, reconnectMinutes: 10 } as const
  await saveWidget(chat.app, { ...comesBack, workstream: 'Second chat' }, 'comes-back')
  const row = {
    name: 'Persistent chat',
    type: 'messaging',
    channel: 'persistentChat',
    fallbackQueue: 'Chats',
    capacity: { units: 30 },
  }
  const second = { ...row, name: 'Second chat', channel: 'liveChat' }
  await chat.app.call('System Administrator', 'POST', '/api/v1/configuration/changes', {
    body: {
      basedOn: chat.app.engine.configuration().version,
      changes: [row, second].map((one) => ({ list: 'workstreams', name: one.name, row: one })),
    },
  })
  const persistent = { isPersistent: true, workstream: 'Persistent chat' }
  await saveWidget(chat.app, { ...persistent, authentication: 'token', keysUrl: `${keysAt}/jwks` }, 'goes-on')
})
afterAll(async () => {
  await chat.app.stop()
  keyServer.close()
})

async function call(method: string, path: string, { body, bearer }: { body?: unknown; bearer?: string } = {}) {
  const reply = await fetch(`${chat.base}/chat/widgets/${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: reply.status, body: reply.status === 204 ? {} : Object(await reply.json()) }
}

async function tokenOf(claims: Record<string, unknown>, by: Keys = keys): Promise<string> {
  return new SignJWT({ iss: 'shop', sub: 'contact-1', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k2' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(by.privateKey)
}

const start = (widget: string, body: object = {}) => call('POST', `${widget}/conversations`, { body })

async function itemOf(id: string) {
  return (await chat.app.call('Omnichannel Supervisor', 'GET', `/api/v1/work-items/${id}`)).body
}

test('a page learns how the widget looks and what it asks, and nothing of how it is set up', async () => {
  const { body } = await call('GET', 'asks')
  expect(body).toMatchObject({ title: 'Ask <b>us</b>', isOperating: true, isAuthenticated: false })
  expect(body.survey).toHaveLength(3)
  expect(JSON.stringify(body)).not.toMatch(/workstream|origins|keysUrl/)
  expect((await call('GET', 'nothing')).status).toBe(404)
})

describe('the survey before a chat', () => {
  const answers = { topic: '<script>alert(1)</script>', Terms: 'true' }

  test('becomes context variables of the conversation', async () => {
    const { status, body } = await start('asks', { answers: { ...answers, Kind: 'Refund' } })
    expect(status).toBe(201)
    expect((await itemOf(body.conversationId)).context).toMatchObject({ topic: answers.topic, Kind: 'Refund' })
  })

  test.each([
    ['a missing answer', { Terms: 'true' }],
    ['an empty answer', { ...answers, topic: '  ' }],
    ['an option that is none', { ...answers, Kind: 'Other' }],
    ['a consent that was not given', { ...answers, Terms: 'no' }],
    ['an answer nobody asked for', { ...answers, Other: 'x' }],
    ['an answer that is too long', { ...answers, topic: 'x'.repeat(4_001) }],
    ['a number', { ...answers, topic: 7 }],
    ['the prototype', JSON.parse('{"__proto__":{"x":1}}')],
  ])('is refused with %s', async (_, given) => {
    expect((await start('asks', { answers: given })).status).toBe(400)
  })
})

describe('a customer who is signed in at the site', () => {
  test('is known by a token, with the context that it brings', async () => {
    const identityToken = await tokenOf({ lwicontexts: '{"topic":"Gold"}' })
    for (const widget of ['knows', 'knows-by-pem']) {
      const { body } = await start(widget, { identityToken })
      expect(await itemOf(body.conversationId)).toMatchObject({ customer: 'contact-1', context: { topic: 'Gold' } })
    }
  })

  test('whom we do not know is nobody in particular', async () => {
    const { body } = await start('knows', { identityToken: await tokenOf({ sub: 'a stranger' }) })
    expect((await itemOf(body.conversationId)).customer).toBeNull()
  })

  test('needs a token that is good', async () => {
    const others = await generateKeyPair('RS256')
    const hmac = await new SignJWT({ iss: 'shop', sub: 'contact-1' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k2' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(await exportSPKI(keys.publicKey)))
    const bad = [
      undefined,
      '',
      'x.y.z',
      hmac,
      await tokenOf({}, others),
      await tokenOf({ iss: 'somebody else' }),
      await tokenOf({ sub: undefined }),
      await tokenOf({ lwicontexts: { topic: 'Gold' } }),
    ]
    for (const identityToken of bad) expect((await start('knows', { identityToken })).status, identityToken).toBe(401)
  })

  test('brings no context beside the token', async () => {
    const reply = await start('knows', { identityToken: await tokenOf({}), context: { topic: 'x' } })
    expect(reply.status).toBe(400)
  })
})

test('whoever holds a token that is over finds the conversation again, until it has ended', async () => {
  const { body } = await start('asks', { answers: { topic: 'x', Terms: 'true' } })
  const path = `asks/conversations/${body.conversationId}/token`
  expect((await call('POST', path, { body: {}, bearer: body.token })).body).toMatchObject({
    conversationId: body.conversationId,
  })
  expect((await call('POST', path, { body: {}, bearer: 'x.y.z' })).status).toBe(403)
  await chat.app.call('Omnichannel Supervisor', 'POST', `/api/v1/work-items/${body.conversationId}/force-close`)
  expect((await call('POST', path, { body: {}, bearer: body.token })).status).toBe(404)
})

test('a customer who is signed in finds the chat again that they have lost, on whatever device, until it has ended', async () => {
  const identityToken = await tokenOf({ sub: 'contact-1' })
  const previous = (body: object) => call('POST', 'comes-back/previous', { body })
  expect((await previous({ identityToken })).status).toBe(204)
  const { body } = await start('comes-back', { identityToken })
  expect((await previous({ identityToken })).body).toMatchObject({
    conversationId: body.conversationId,
    token: expect.any(String),
    userId: expect.any(String),
  })
  expect((await previous({ identityToken: await tokenOf({ sub: 'a stranger' }) })).status).toBe(204)
  expect((await previous({})).status).toBe(401)
  await chat.app.call('Omnichannel Supervisor', 'POST', `/api/v1/work-items/${body.conversationId}/force-close`)
  expect((await previous({ identityToken })).status).toBe(204)
})

test('a persistent chat goes on where it was, and its customer cannot end it', async () => {
  const identityToken = await tokenOf({ sub: 'contact-1' })
  const [first, second] = [await start('goes-on', { identityToken }), await start('goes-on', { identityToken })]
  expect(second.body.conversationId).toBe(first.body.conversationId)
  expect(await itemOf(first.body.conversationId)).toMatchObject({ channel: 'persistentChat', customer: 'contact-1' })
  const reply = await fetch(`${chat.domain}/conversations/${first.body.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${second.body.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'endOfConversation' }),
  })
  expect(reply.status).toBe(400)
})
