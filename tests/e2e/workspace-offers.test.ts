import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { AT_WORK, apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

const TEMPLATE = 'website-chats'

/** What the page shows in the end; a busy machine takes its time. */

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

/** Stands in for the desktop, which a browser without a screen does not have: keeps the titles of what would be shown. */
function recordNotices() {
  const titles: string[] = []
  class Recorded {
    static readonly permission = 'granted'
    constructor(title: string) {
      titles.push(title)
    }
    close() {
      titles.push('taken away')
    }
  }
  Object.assign(window, { Notification: Recorded, noticeTitles: titles })
}

const noticesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => ('noticeTitles' in window && Array.isArray(window.noticeTitles) ? window.noticeTitles : []))

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
  await context.addInitScript(recordNotices)
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
  const shown = async () => (await Promise.all([page, second].map(noticesOf))).flat()
  await expect.poll(shown).toEqual(['Chat with Priya Nair'])

  await offers[1]?.getByRole('button', { name: /^Take it/ }).click()
  for (const offer of offers) await offer.waitFor({ state: 'detached' })
  await expect.poll(shown).toEqual(['Chat with Priya Nair', 'taken away'])
  expect(complaints).toEqual([])
})
