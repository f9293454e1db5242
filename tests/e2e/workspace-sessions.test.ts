import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { AT_WORK, apiAs, leaveAll, openAs, startBrowser } from './browser.ts'
import { flawsOf, isTooWide, NARROWEST } from './flaws.ts'

/** What the page shows in the end; a busy machine takes its time. */

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

const sessions = (page: Page) => page.getByRole('navigation', { name: 'Sessions' })

async function startChat(customer: string, text: string) {
  const api = await apiAs('admin')
  return api.conversations.start({ workstream: 'Website chat', customer, text, context: { topic: 'Delivery' } })
}

const customers = { 'Priya Nair': 'priya-nair', 'Grace Okafor': 'grace-okafor' } as const

/** A chat that the representative of the page was offered and has accepted. */
async function acceptChat(page: Page, name: keyof typeof customers, text: string) {
  const chat = await startChat(customers[name], text)
  await page.getByRole('article', { name: `Offer: ${name}` }).waitFor()
  await page.keyboard.press('Alt+a')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('log').getByText(text).waitFor()
  return chat
}

test('two conversations lie beside each other: keys switch, news are marked, and what was typed stays', async () => {
  const { page, complaints } = await openAs(browser, 'kacper', { to: '/workspace' })
  await page.getByRole('button', { name: AT_WORK }).waitFor()
  await acceptChat(page, 'Priya Nair', 'Where is my router?')
  const message = page.getByLabel('Message', { exact: true })
  await message.fill('Dear Priya, I look')
  const second = await acceptChat(page, 'Grace Okafor', 'My bill is wrong')

  await page.keyboard.press('Alt+1')
  await page.getByRole('heading', { level: 1, name: 'Priya Nair' }).waitFor()
  await expect.poll(() => message.inputValue()).toBe('Dear Priya, I look')
  const api = await apiAs('admin')
  await api.conversations.send(second.id, { from: 'customer', text: 'Nobody there?' })
  await sessions(page)
    .getByRole('link', { name: /Grace Okafor.*1 unread/ })
    .waitFor()

  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Priya Nair' }).waitFor()
  await expect.poll(() => message.inputValue()).toBe('Dear Priya, I look')
  await sessions(page)
    .getByRole('link', { name: /Grace Okafor/ })
    .click()
  await page.getByRole('log').getByText('Nobody there?').waitFor()
  await sessions(page).getByText('1 unread').waitFor({ state: 'detached' })
  const own = await apiAs('kacper')
  await expect.poll(async () => (await own.workItems.inbox()).unread).toEqual([])
  expect(complaints).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a desk with a session and an offer on it has no serious flaw, ${colorScheme}`, async () => {
    const { page } = await openAs(browser, 'kacper', { to: '/workspace', colorScheme })
    await page.getByRole('button', { name: AT_WORK }).waitFor()
    await acceptChat(page, 'Priya Nair', 'Where is my router?')
    await startChat(customers['Grace Okafor'], 'My bill is wrong')
    await page.getByRole('article', { name: 'Offer: Grace Okafor' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.setViewportSize(NARROWEST)
    await expect.poll(() => isTooWide(page)).toBe(false)
  })
}

test('closing the session of a conversation says what becomes of it, and takes its draft along', async () => {
  const { page } = await openAs(browser, 'kacper', { to: '/workspace' })
  await page.getByRole('button', { name: AT_WORK }).waitFor()
  const chat = await acceptChat(page, 'Priya Nair', 'Hello?')
  await page.getByLabel('Message', { exact: true }).fill('Not sent')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText('The conversation has ended.').waitFor()

  await page.getByRole('button', { name: 'Close session Priya Nair' }).click()
  const question = page.getByRole('dialog', { name: 'Close the session with Priya Nair?' })
  await question.getByText(/closed with it.*What you typed/).waitFor()
  await question.getByRole('button', { name: 'Close session' }).click()
  await page.getByRole('heading', { level: 1, name: 'Workspace' }).waitFor()
  await sessions(page).waitFor({ state: 'detached' })
  const api = await apiAs('admin')
  await expect.poll(async () => (await api.workItems.read(chat.id)).state).toBe('Closed')
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.draft.')))).toEqual([])
})

test('what is typed into a case is there again after another session, and its customer stands beside it', async () => {
  const api = await apiAs('admin')
  const { row } = await api.rows.create('case', {
    values: { title: 'Router too slow', category: 'Payment', customer: 'priya-nair' },
    route: true,
  })
  const { page } = await openAs(browser, 'anna', { to: '/workspace' })
  const assigned = page.getByRole('article', { name: 'Assigned to you: Router too slow' })
  await assigned.getByRole('link', { name: 'Open item' }).click()
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect.poll(() => title.inputValue()).toBe('Router too slow')
  await title.fill('Router much too slow')
  await page.getByText('Unsaved changes').waitFor()
  await page.getByRole('region', { name: 'Recent cases' }).getByRole('link', { name: 'Router too slow' }).waitFor()
  await page.getByRole('region', { name: 'Timeline' }).waitFor()

  await page.keyboard.press('Alt+0')
  await page.getByRole('heading', { level: 1, name: 'Workspace' }).waitFor()
  await page.keyboard.press('Alt+1')
  await expect.poll(() => title.inputValue()).toBe('Router much too slow')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
  await expect.poll(async () => (await api.rows.read('case', row.id)).values.title).toBe('Router much too slow')
  await api.rows.complete('case', row.id)
})
