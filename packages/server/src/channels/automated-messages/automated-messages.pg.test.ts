import { settingKinds } from '@unified-routing/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatServer, olga, saveWidget, startChatServer, widgetSecret } from '../direct-line/testing.fixture.ts'

let chat: ChatServer
beforeAll(async () => {
  chat = await startChatServer({ overrides: { isSilent: false } })
  await saveWidget(chat.app, { representativeName: 'first' })
  await chat.app.announcer.read()
  await olga(chat.app).signIn()
})
afterAll(() => chat.app.stop())

async function ask(
  method: string,
  path: string,
  { bearer, body }: { readonly bearer: string; readonly body?: object },
) {
  const reply = await fetch(`${chat.domain}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return Object(await reply.json())
}

async function started(): Promise<{ readonly id: string; readonly texts: () => Promise<readonly string[]> }> {
  const user = { id: 'ada' }
  const { conversationId: id, token } = await ask('POST', '/conversations', { bearer: widgetSecret, body: { user } })
  const path = `/conversations/${id}/activities`
  return {
    id,
    texts: async () => {
      const { activities } = await ask('GET', path, { bearer: token })
      return activities.map(({ type, text }: { type: string; text?: string }) => text ?? type)
    },
  }
}

test('the customer hears of each step once, by the name that the widget shows, up to the end', async () => {
  const { id, texts } = await started()
  await olga(chat.app).accept(id)
  await olga(chat.app).say(id, 'Hello')
  await olga(chat.app).end(id)
  const first = String((await chat.app.services.shownNames.of(await chat.app.services.widgets.find('shop')))('olga'))
  const heard = [
    'A representative will be with you in a moment.',
    `${first} has joined the conversation.`,
    'Hello',
    `${first} has ended the conversation.`,
    'endOfConversation',
  ]
  expect(await texts()).toEqual(heard)
  await olga(chat.app).close(id)
  expect(await texts()).toEqual(heard)
})

test('the end that routing itself makes is told, too', async () => {
  const { id, texts } = await started()
  await chat.app.call('System Administrator', 'POST', `/api/v1/work-items/${id}/force-close`)
  expect((await texts()).slice(-2)).toEqual(['The conversation was ended.', 'endOfConversation'])
})

test('that the customer has ended it is for the representative only', async () => {
  const { id, texts } = await started()
  await olga(chat.app).accept(id)
  await chat.app.call('System Administrator', 'POST', `/api/v1/conversations/${id}/end`)
  expect((await olga(chat.app).messages(id)).at(-1)).toMatchObject({
    from: 'system',
    kind: 'note',
    text: 'The customer has ended the conversation.',
  })
  expect((await texts()).at(-1)).toBe('endOfConversation')
  await olga(chat.app).close(id)
})

test('a workstream may say it otherwise, with variables of the conversation, or not at all', async () => {
  const value = settingKinds.automatedMessages.value.parse({
    title: 'Own words',
    workstream: 'Website chat',
    texts: { representativeJoined: 'About {$topic$}{$unknown$}: {AgentName} of {QueueName}, <b>{$constructor$}' },
    silent: ['representativeAssigned'],
  })
  await chat.app.services.settings.save(
    { kind: settingKinds.automatedMessages, name: 'own' },
    { value, secrets: {}, basedOn: null },
    { by: { kind: 'account', name: 'test' }, ip: null },
  )
  await chat.app.announcer.read()
  await chat.app.call('System Administrator', 'POST', '/api/v1/conversations', {
    body: { id: 'OWN', workstream: 'Website chat', context: { topic: 'parcels' } },
  })
  await olga(chat.app).accept('OWN')
  const messages = await olga(chat.app).messages('OWN')
  expect(messages).toHaveLength(1)
  expect(messages[0].text).toMatch(/^About parcels: \w+ of Chats, <b>$/)
})
