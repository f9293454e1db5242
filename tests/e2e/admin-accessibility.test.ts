import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { leaveAll, openAs, startBrowser } from './browser.ts'
import { isTooWide, NARROWEST, visit } from './flaws.ts'

/** A page of every kind that the admin center has for the nouns of the configuration. */
const paths = [
  '/admin/settings',
  '/admin/skills',
  '/admin/new/skills',
  '/admin/skills/English',
  '/admin/skill-types/Language',
  '/admin/rating-models/Proficiency',
  '/admin/capacity-profiles/Refunds a day',
  '/admin/presences/Lunch',
  '/admin/operating-hours/Office hours',
  '/admin/new/user-groups',
  '/admin/new/preferred-representatives',
  '/admin/tables/case',
  '/admin/live-chat',
  '/admin/new/live-chat',
  '/admin/new/live-chat?tab=survey',
  '/admin/quick-replies',
  '/admin/new/disposition-codes',
  '/admin/new/notification-templates',
  '/admin/queues',
  '/admin/queues/Billing?tab=members',
  '/admin/queues/Billing?tab=overflow',
  '/admin/queues/Billing?tab=waiting',
  '/admin/queues/Live chat?tab=assignment',
  '/admin/queues/Default voice queue',
] as const

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page of a noun has a serious flaw for people with disabilities, ${colorScheme}`, async () => {
    const { page } = await openAs(browser, 'admin', { colorScheme })
    const flaws: Record<string, readonly string[]> = {}
    for (const path of paths) flaws[path] = await visit(page, path)
    expect(Object.entries(flaws).filter(([, found]) => found.length > 0)).toEqual([])
  })
}

test('at 400 % zoom no page of a noun scrolls sideways', async () => {
  const { page } = await openAs(browser, 'admin', { viewport: NARROWEST })
  const tooWide: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (await isTooWide(page)) tooWide.push(path)
  }
  expect(tooWide).toEqual([])
})
