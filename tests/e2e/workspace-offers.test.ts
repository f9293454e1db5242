import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { AT_WORK, apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

const TEMPLATE = 'website-chats'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(async () => {
  const templates = (await apiAs('admin')).settings(settingKinds.notificationTemplate)
  for (const { name, version } of await templates.list()) await templates.delete(name, version)
  await leaveAll()
})
afterAll(() => browser.close())

/** What the browser shows on the desktop for this application, whichever tab asked for it. */
const noticesOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration()
    const notices = (await worker?.getNotifications()) ?? []
    return notices.map(({ title }) => title)
  })

/** Presses a button of the only notification there is, as the desktop would tell the worker of the application. */
async function pressOnDesktop(context: BrowserContext, action: 'accept' | 'reject'): Promise<void> {
  const [worker] = context.serviceWorkers()
  if (worker === undefined) throw new Error('the application has no worker')
  await worker.evaluate(`registration.getNotifications().then(([notification]) => {
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: '${action}' }))
  })`)
}

test('an offer looks as its template says, and of two tabs one shows it on the desktop until it is answered', async () => {
  const api = await apiAs('admin')
  await api.settings(settingKinds.notificationTemplate).save(TEMPLATE, {
    value: {
      ...settingKinds.notificationTemplate.example,
      title: 'Website chats',
      workstreams: ['Website chat'],
      heading: 'Chat with {customerName}',
      acceptLabel: 'Take it',
      rejectLabel: 'Not now',
      desktop: 'always',
      fields: [{ header: 'About', value: '{topic}' }],
    },
  })
  const { page, context, complaints } = await openAs(browser, 'kacper', { to: '/workspace' })
  await context.grantPermissions(['notifications'])
  const second = await context.newPage()
  for (const [tab, go] of [
    [page, () => page.reload()],
    [second, () => second.goto('/workspace')],
  ] as const) {
    await go()
    await tab.getByRole('button', { name: AT_WORK }).waitFor()
  }

  await api.conversations.start({
    workstream: 'Website chat',
    customer: 'priya-nair',
    text: 'Hello?',
    context: { topic: 'Delivery' },
  })
  const offers = [page, second].map((tab) => tab.getByRole('article', { name: 'Offer: Priya Nair' }))
  for (const offer of offers) {
    await offer.getByText('Chat with Priya Nair').waitFor()
    await offer.getByText('About').waitFor()
    await offer.getByRole('button', { name: /^Not now/ }).waitFor()
  }
  await expect.poll(() => noticesOf(page)).toEqual(['Chat with Priya Nair'])
  await offers[1]?.getByRole('button', { name: /^Take it/ }).click()
  for (const offer of offers) await offer.waitFor({ state: 'detached' })
  await expect.poll(() => noticesOf(page)).toEqual([])

  await api.conversations.start({ workstream: 'Website chat', customer: 'priya-nair', text: 'Again', context: {} })
  await expect.poll(() => noticesOf(page)).toEqual(['Chat with Priya Nair'])
  await pressOnDesktop(context, 'accept')
  for (const offer of offers) await offer.waitFor({ state: 'detached' })
  await Promise.any(
    [page, second].map((tab) => tab.getByRole('log', { name: 'Messages' }).getByText('Again').waitFor()),
  )
  expect(complaints).toEqual([])
})
