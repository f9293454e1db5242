import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createClient } from '../../packages/client/src/main.ts'
import { type RunningServer, startServer } from '../../packages/server/src/main.ts'
import { openPage, startBrowser } from './browser.ts'

const ORGANIZATION = join(import.meta.dirname, '..', '..', 'demo', 'organization.yaml')
/** A server that starts on a busy machine, and a page that has just tried in vain, take their time. */
const PATIENCE = { timeout: 60_000 }

let browser: Browser
let data: string
let server: RunningServer
const start = async (port: string) =>
  startServer({
    flags: { port, data, logLevel: 'silent', signInsPerMinute: '1000' },
    environment: {},
    firstContent: { configuration: parse(await readFile(ORGANIZATION, 'utf8')), load: async () => undefined },
  })

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'unified-routing-restart-'))
  server = await start('0')
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

test('a workspace that was open when the server restarted has lost nothing and shows nothing twice', async () => {
  const { url, administrator } = server
  if (administrator === null) throw new Error('a fresh data directory has an administrator')
  const { password } = administrator
  const { page, context } = await openPage(browser, { baseURL: url })
  await page.goto('/workspace')
  await page.getByLabel('E-mail').fill('kacper@fjordline.example')
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Presence: Available/ }).waitFor(PATIENCE)
  const api = createClient({ baseUrl: url })
  await api.session.signIn({ email: administrator.email, password })
  const chat = await api.conversations.start({ workstream: 'Website chat', customer: 'priya-nair', text: 'First' })
  await page.getByRole('article', { name: 'Offer: Priya Nair' }).waitFor(PATIENCE)
  await page.keyboard.press('Alt+a')
  const log = page.getByRole('log')
  await log.getByText('First', { exact: true }).waitFor(PATIENCE)
  await page.getByLabel('Message', { exact: true }).fill('Half a sentence')

  await server.stop()
  await page.getByText('Not live').waitFor(PATIENCE)
  server = await start(new URL(url).port)
  for (const text of ['Second', 'Third']) await api.conversations.send(chat.id, { from: 'customer', text })

  await page.getByText('Not live').waitFor({ state: 'detached', ...PATIENCE })
  await log.getByText('Third', { exact: true }).waitFor(PATIENCE)
  for (const text of ['First', 'Second', 'Third']) expect(await log.getByText(text, { exact: true }).count()).toBe(1)
  expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('Half a sentence')
  await page.getByRole('button', { name: /^Presence: (Available|Busy)/ }).waitFor(PATIENCE)
  expect((await api.workItems.read(chat.id)).assignedTo).toBe('kacper')
  await context.close()
})
