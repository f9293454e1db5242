import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChatServer, saveWidget, startChatServer, widgetSecret } from './testing.fixture.ts'

let chat: ChatServer
beforeAll(async () => {
  chat = await startChatServer()
  await saveWidget(chat.app)
})
afterAll(() => chat.app.stop())

interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asks for.
  readonly body: any
}

async function ask(path: string, init: RequestInit & { readonly bearer?: string } = {}): Promise<Answer> {
  const { bearer, headers, ...rest } = init
  const reply = await fetch(`${chat.domain}${path}`, {
    ...rest,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(typeof rest.body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...Object(headers),
    },
  })
  const text = await reply.text()
  const isJson = reply.headers.get('content-type')?.includes('json') === true
  return { status: reply.status, headers: reply.headers, body: isJson ? JSON.parse(text) : text }
}

const post = (path: string, bearer: string, body: unknown = {}) =>
  ask(path, { method: 'POST', bearer, body: JSON.stringify(body) })

async function started(): Promise<{ id: string; token: string; path: string }> {
  const { body } = await post('/conversations', widgetSecret, { user: { id: 'ada' } })
  return { id: body.conversationId, token: body.token, path: `/conversations/${body.conversationId}` }
}

const message = (text: string, rest: object = {}) => ({ type: 'message', text, from: { id: 'ada' }, ...rest })

describe('a conversation', () => {
  test('is started once, however often its token asks', async () => {
    const { body: ticket } = await post('/tokens/generate', widgetSecret)
    expect(ticket).toMatchObject({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1_800 })
    const first = await post('/conversations', ticket.token)
    const second = await post('/conversations', ticket.token)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.conversationId).toBe(first.body.conversationId)
    expect(first.body.streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1/)
  })

  test('is read from a watermark on, as often as one likes', async () => {
    const { token, path } = await started()
    for (const text of ['one', 'two', 'three']) await post(`${path}/activities`, token, message(text))
    const all = await ask(`${path}/activities`, { bearer: token })
    expect(all.body.watermark).toBe('3')
    for (const _ of [1, 2]) {
      const { body } = await ask(`${path}/activities?watermark=1`, { bearer: token })
      expect(body.activities.map((activity: { text: string }) => activity.text)).toEqual(['two', 'three'])
    }
    expect((await ask(`${path}/activities?watermark=3`, { bearer: token })).body).toEqual({
      activities: [],
      watermark: '3',
    })
  })

  test('takes a message that is sent again under its clientActivityID once', async () => {
    const { token, path } = await started()
    const sent = message('Hello', { channelData: { clientActivityID: 'abc-1' } })
    const [first, second] = [
      await post(`${path}/activities`, token, sent),
      await post(`${path}/activities`, token, sent),
    ]
    expect(second.body).toEqual(first.body)
    const { body } = await ask(`${path}/activities`, { bearer: token })
    expect(body.activities).toMatchObject([{ text: 'Hello', channelData: { clientActivityID: 'abc-1' } }])
  })

  test('can still be read after its end, and takes nothing more', async () => {
    const { token, path } = await started()
    await post(`${path}/activities`, token, message('Hello'))
    await post(`${path}/activities`, token, { type: 'endOfConversation' })
    const { body } = await ask(`${path}/activities`, { bearer: token })
    expect(body.activities.map(({ type }: { type: string }) => type)).toEqual(['message', 'endOfConversation'])
    expect((await ask(`${path}/activities?watermark=${body.watermark}`, { bearer: token })).body.activities).toEqual([])
    expect(await post(`${path}/activities`, token, message('Hello?'))).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    })
  })
})

describe('a token', () => {
  test('is good for its own conversation only', async () => {
    const [one, other] = [await started(), await started()]
    for (const path of [other.path, `${other.path}/activities`])
      expect(await ask(path, { bearer: one.token })).toMatchObject({
        status: 403,
        body: { error: { code: 'BadArgument' } },
      })
    expect((await post(`${other.path}/activities`, one.token, message('x'))).status).toBe(403)
  })

  test('is refreshed into another one for the same conversation', async () => {
    const { id, token, path } = await started()
    const { body } = await post('/tokens/refresh', token)
    expect(body).toMatchObject({ conversationId: id, expires_in: 1_800 })
    expect((await ask(path, { bearer: body.token })).status).toBe(200)
  })

  test('and a secret are needed', async () => {
    expect((await ask('/conversations', { method: 'POST' })).status).toBe(401)
    expect((await post('/tokens/generate', 'not-the-secret')).status).toBe(403)
    expect((await post('/tokens/refresh', widgetSecret)).status).toBe(403)
  })
})

describe('pages of other sites', () => {
  const asPage = (origin: string, path: string, init: Parameters<typeof ask>[1] = {}) =>
    ask(path, { ...init, headers: { origin } })

  test('may use the widget that lists them, and no other', async () => {
    const { token, path } = await started()
    const good = await asPage('https://shop.example', path, { bearer: token })
    expect(good.status).toBe(200)
    expect(good.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    const bad = await asPage('https://evil.example', path, { bearer: token })
    expect(bad).toMatchObject({ status: 403, body: { error: { code: 'BadOrigin' } } })
    expect(bad.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('ask first, as browsers do', async () => {
    const reply = await asPage('https://shop.example', '/conversations', { method: 'OPTIONS' })
    expect(reply.status).toBe(204)
    expect(reply.headers.get('access-control-allow-headers')).toContain('Authorization')
    const evil = await asPage('https://evil.example', '/conversations', { method: 'OPTIONS' })
    expect(evil.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('files', () => {
  function form(name: string, content: string | Uint8Array<ArrayBuffer>, activity?: object): FormData {
    const data = new FormData()
    if (activity !== undefined)
      data.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }))
    data.append('file', new Blob([content], { type: 'image/png' }), name)
    return data
  }

  test('come with a message and are downloaded by their address, saved rather than opened', async () => {
    const { token, path } = await started()
    const upload = await ask(`${path}/upload?userId=ada`, {
      method: 'POST',
      bearer: token,
      body: form('a.png', 'pixels', message('Look')),
    })
    expect(upload.body).toMatchObject({ id: expect.stringMatching(/\|0000001$/) })
    const { body } = await ask(`${path}/activities`, { bearer: token })
    const [attachment] = body.activities[0].attachments
    expect(body.activities[0]).toMatchObject({ text: 'Look' })
    expect(attachment).toMatchObject({ name: 'a.png', contentType: 'image/png', size: 6 })
    const file = await fetch(attachment.contentUrl)
    expect(await file.text()).toBe('pixels')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(file.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect((await fetch(attachment.contentUrl.replace(/s=.*/, 's=guessed'))).status).toBe(404)
  })

  test('that could run, or are too large, are refused', async () => {
    const { token, path } = await started()
    const send = (data: FormData) => ask(`${path}/upload`, { method: 'POST', bearer: token, body: data })
    expect((await send(form('a.html', '<script>'))).status).toBe(409)
    expect(await send(form('a.png', new Uint8Array(5 * 1024 * 1024 + 1)))).toMatchObject({ status: 413 })
    expect((await ask(`${path}/upload`, { method: 'POST', bearer: token, body: new FormData() })).status).toBe(400)
    expect((await post(`${path}/upload`, token, {})).status).toBe(400)
  })
})

const badActivities: readonly unknown[] = [
  null,
  [],
  'text',
  7,
  {},
  { type: 7 },
  { type: 'message' },
  { type: 'message', text: ' ' },
  { type: 'message', text: 7 },
  { type: 'message', text: 'x'.repeat(10_001) },
  { type: 'message', text: 'a\u0000b' },
  { type: 'message', text: '\ud800' },
  { type: 'message', text: 'x', attachments: [{ contentUrl: 'https://evil.example' }] },
  { type: '__proto__' },
]

test.each(
  badActivities.map((activity) => [JSON.stringify(activity).slice(0, 60), activity]),
)('the activity %s is refused in the words of the protocol', async (_, activity) => {
  const { token, path } = await started()
  const reply = await post(`${path}/activities`, token, activity)
  expect(reply).toMatchObject({
    status: 400,
    body: { error: { code: expect.any(String), message: expect.any(String) } },
  })
  expect((await ask(`${path}/activities`, { bearer: token })).body.activities).toEqual([])
})

test('whatever a client sends, it is the client’s mistake or a message as it was', async () => {
  const { token, path } = await started()
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.record({
      type: fc.constantFrom('message', 'event', 'typing', 'invoke', 'x'),
      text: fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('<img src=x onerror=alert(1)>', '')),
      name: fc.oneof(fc.constant('MessageRead'), fc.string()),
      value: fc.jsonValue({ maxDepth: 2 }),
      channelData: fc.jsonValue({ maxDepth: 2 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (activity) => {
      const reply = await post(`${path}/activities`, token, activity)
      expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500)
      if (reply.status >= 400) expect(reply.body.error.code).toEqual(expect.any(String))
    }),
    { numRuns: 30 },
  )
})

test.each(['x', '-1', '1e9', '99999999999', '%00'])('the watermark %s is refused', async (watermark) => {
  const { token, path } = await started()
  expect((await ask(`${path}/activities?watermark=${watermark}`, { bearer: token })).status).toBe(400)
})

test('too many messages a minute in one conversation are refused with the seconds to wait', async () => {
  const { token, path } = await started()
  const replies = []
  for (let n = 0; n < 125; n++) replies.push(await post(`${path}/activities`, token, { type: 'typing' }))
  const limited = replies.filter(({ status }) => status === 429)
  expect(limited.length).toBeGreaterThan(0)
  expect(limited[0]?.body).toMatchObject({ error: { code: 'TooManyRequests' } })
  expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
})
