import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { AT_WORK, apiAs, leaveAll, openAs, openPage, startBrowser } from './browser.ts'

const WORKSTREAM = 'Website chat'

let browser: Browser
let bot: Server
beforeAll(async () => {
  browser = await startBrowser()
  bot = createServer(async (request, response) => {
    const { type, data } = Object(await json(request))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answerTo(type, data.message?.text)))
  })
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  const api = await apiAs('admin')
  const address = `http://127.0.0.1:${portOf(bot.address())}/`
  await api.settings(settingKinds.bot).save('robin', {
    value: settingKinds.bot.value.parse({ title: 'Robin', workstream: WORKSTREAM, address }),
  })
  await api.settings(settingKinds.chatWidget).save('website', {
    value: settingKinds.chatWidget.value.parse({ title: 'Demo', workstream: WORKSTREAM }),
  })
})
afterEach(leaveAll)
afterAll(async () => {
  const api = await apiAs('admin')
  for (const kind of [api.settings(settingKinds.bot), api.settings(settingKinds.chatWidget)])
    for (const { name, version } of await kind.list()) await kind.delete(name, version)
  await browser.close()
  await new Promise((resolve) => bot.close(resolve))
})

function answerTo(type: string, text: string | undefined): object {
  if (type === 'conversation.started')
    return { messages: [{ text: 'Hello, I am a program.', suggestedActions: [{ title: 'A person, please' }] }] }
  if (text !== 'A person, please') return {}
  return { messages: [{ text: 'One moment.' }], escalate: { note: 'Wants a person.' } }
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the bot has no port')
  return address.port
}

test('a bot talks first; the representative who is asked for reads all that was said', async () => {
  const kacper = await openAs(browser, 'kacper', { to: '/workspace' })
  await kacper.page.getByRole('button', { name: AT_WORK }).waitFor()
  const { page: customer, complaints } = await openPage(browser)
  await customer.goto('/chat/demo')
  await customer.getByRole('button', { name: 'Open chat' }).click()
  const log = customer.getByRole('log')
  await log.getByText('Hello, I am a program.').waitFor()
  await customer.getByRole('button', { name: 'A person, please' }).click()
  await log.getByText('One moment.').waitFor()

  await kacper.page.getByRole('article', { name: /^Offer: / }).waitFor()
  await kacper.page.keyboard.press('Alt+a')
  const transcript = kacper.page.getByRole('log')
  for (const text of ['Hello, I am a program.', 'A person, please', 'One moment.', 'Wants a person.'])
    await transcript.getByText(text).waitFor()
  await log.getByText('has joined the conversation.').waitFor()
  expect(await log.getByText('Wants a person.').count()).toBe(0)
  expect(complaints).toEqual([])
})
