import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { AT_WORK, apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

/** A customer who starts a chat on the website. */
async function startChat(customer: string, text: string) {
  const api = await apiAs('admin')
  const chat = await api.conversations.start({
    workstream: 'Website chat',
    customer,
    text,
    context: { topic: 'Delivery' },
  })
  return { api, chat }
}

test('an offer comes up with its reason, is announced, and Alt+A accepts it; then both sides talk', async () => {
  const { page, complaints } = await openAs(browser, 'kacper', { to: '/workspace' })
  await page.getByRole('button', { name: AT_WORK }).waitFor()
  const { api, chat } = await startChat('priya-nair', 'Where is my router?')

  const offer = page.getByRole('article', { name: 'Offer: Priya Nair' })
  await offer.getByText(/^Because: /).waitFor()
  await offer.getByRole('img', { name: /seconds left/ }).waitFor()
  await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('New offer: Priya Nair')

  await page.keyboard.press('Alt+a')
  await page.getByRole('heading', { level: 1, name: 'Priya Nair' }).waitFor()
  await offer.waitFor({ state: 'detached' })
  await page.getByText('Where is my router?').waitFor()

  await page.getByLabel('Message', { exact: true }).fill('On its way, Priya.')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('On its way, Priya.').waitFor()
  await api.conversations.send(chat.id, { from: 'customer', text: 'Thank you, that is quick.' })
  await page.getByRole('log').getByText('Thank you, that is quick.').waitFor()

  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText('The conversation has ended.').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('This item is closed; it can only be read.').waitFor()
  await page.getByRole('tab', { name: /Closed work items/ }).click()
  // Chats of hers that other tests have closed are listed below it.
  await page
    .getByRole('tabpanel', { name: 'Closed work items' })
    .getByRole('link', { name: /Priya Nair/ })
    .first()
    .waitFor()
  expect(complaints).toEqual([])
})

test('Alt+R rejects an offer, and somebody else is offered the chat at once', async () => {
  const kacper = await openAs(browser, 'kacper', { to: '/workspace' })
  await kacper.page.getByRole('button', { name: AT_WORK }).waitFor()
  const { api, chat } = await startChat('grace-okafor', 'Hello?')
  await kacper.page.getByRole('article', { name: 'Offer: Grace Okafor' }).waitFor()
  const lena = await openAs(browser, 'lena', { to: '/workspace' })
  await lena.page.getByRole('button', { name: AT_WORK }).waitFor()

  await kacper.page.keyboard.press('Alt+r')
  await lena.page.getByRole('article', { name: 'Offer: Grace Okafor' }).waitFor()
  await kacper.page.getByRole('article', { name: 'Offer: Grace Okafor' }).waitFor({ state: 'detached' })
  await api.workItems.forceClose(chat.id)
  await lena.page.getByRole('article', { name: 'Offer: Grace Okafor' }).waitFor({ state: 'detached' })
})

test('two tabs of one person agree about an offer', async () => {
  const { page, context } = await openAs(browser, 'kacper', { to: '/workspace' })
  await page.getByRole('button', { name: AT_WORK }).waitFor()
  const second = await context.newPage()
  await second.goto('/workspace')
  const { api, chat } = await startChat('priya-nair', 'Two tabs')
  const offers = [page, second].map((tab) => tab.getByRole('article', { name: 'Offer: Priya Nair' }))
  await Promise.all(offers.map((offer) => offer.waitFor()))
  await second
    .getByRole('article')
    .getByRole('button', { name: /^Accept/ })
    .click()
  await Promise.all(offers.map((offer) => offer.waitFor({ state: 'detached' })))
  await page
    .getByRole('tabpanel')
    .getByRole('link', { name: /Priya Nair/ })
    .waitFor()
  await api.workItems.forceClose(chat.id)
})

test('a presence set by hand says by whom, and goes back to what the system computes', async () => {
  const { page } = await openAs(browser, 'lena', { to: '/workspace' })
  await page.getByRole('button', { name: 'Presence: Available. Set by the system, from your load' }).click()
  await page.getByRole('menuitemradio', { name: 'At lunch' }).click()
  await page.getByRole('button', { name: 'Presence: Lunch. Set by you' }).click()
  await page.getByRole('menuitem', { name: 'Back to what the system computes' }).click()
  await page.getByRole('button', { name: 'Presence: Available. Set by the system, from your load' }).waitFor()
  const supervisor = await apiAs('jonas')
  await supervisor.representatives.setPresence('lena', 'Away')
  await page.getByRole('button', { name: 'Presence: Away. Set by Jonas Vik' }).waitFor()
})

test('a waiting case is in the open items of its queue and leaves them when it is given to somebody', async () => {
  const api = await apiAs('admin')
  const { row } = await api.rows.create('case', {
    values: { title: 'Nobody is there yet', category: 'Payment' },
    route: true,
  })
  const anna = await openAs(browser, 'anna', { to: '/workspace?view=open' })
  await anna.page.getByRole('article', { name: 'Assigned to you: Nobody is there yet' }).waitFor()
  const open = anna.page.getByRole('tabpanel', { name: 'Open work items' })
  await open.getByRole('link', { name: /Nobody is there yet/ }).waitFor({ state: 'detached' })
  await api.rows.complete('case', row.id)
})
