import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, openPage, startBrowser } from './browser.ts'

/** 1280 pixels at 400 %. */
const NARROWEST = { width: 320, height: 640 }

let browser: Browser
let axe = ''
let paths: readonly string[] = []
beforeAll(async () => {
  browser = await startBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const api = await apiAs('admin')
  const values = {
    title: 'A case for the checker',
    category: 'Refund',
    customer: 'lucia-moreno',
    description: 'Long. '.repeat(40),
  }
  const { row, workItem } = await api.rows.create('case', { values, route: true })
  paths = [
    '/tables/case?status=all',
    '/tables/contact',
    '/tables/case/new',
    `/tables/case/${row.id}`,
    '/diagnostics',
    `/diagnostics/${workItem?.id}?person=hugo`,
    '/admin/unified-routing',
    '/admin/unified-routing/consent',
    '/admin/channels',
    '/admin/health',
    '/admin/configuration',
    '/admin/skills',
    '/admin/new/skills',
    '/admin/skills/English',
    '/admin/rating-models/Proficiency',
    '/admin/capacity-profiles/Refunds a day',
    '/admin/presences/Lunch',
    '/admin/operating-hours/Office hours',
    '/admin/new/user-groups',
    '/admin/queues',
    '/admin/queues/Billing?tab=members',
    '/admin/queues/Billing?tab=overflow',
    '/admin/queues/Live chat?tab=assignment',
    '/admin/users',
    '/admin/users/lena',
    '/admin/new/users',
    '/admin/import/users',
    '/admin/personas',
    '/no/such/page',
  ]
})
afterEach(leaveAll)
afterAll(() => browser.close())

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has a serious flaw for people with disabilities, ${colorScheme}`, async () => {
    const signInPage = await openPage(browser, { colorScheme })
    await signInPage.page.goto('/sign-in')
    await signInPage.page.getByLabel('E-mail').waitFor()
    const flaws = { '/sign-in': await flawsOf(signInPage.page) }
    const { page } = await openAs(browser, 'admin', { colorScheme })
    for (const path of paths) Object.assign(flaws, { [path]: await visit(page, path) })
    const lena = await openAs(browser, 'lena', { colorScheme, to: '/workspace' })
    await offerChat(lena.page)
    Object.assign(flaws, { offer: await flawsOf(lena.page) })
    await lena.page.keyboard.press('Alt+a')
    await lena.page.getByRole('log').waitFor()
    Object.assign(flaws, { conversation: await flawsOf(lena.page) })
    expect(Object.entries(flaws).filter(([, found]) => found.length > 0)).toEqual([])
  })
}

test('at 400 % zoom no page scrolls sideways', async () => {
  const { page } = await openAs(browser, 'admin', { viewport: NARROWEST })
  const tooWide: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) tooWide.push(path)
  }
  const lena = await openAs(browser, 'lena', { viewport: NARROWEST, to: '/workspace' })
  await offerChat(lena.page)
  await lena.page.keyboard.press('Alt+a')
  await lena.page.getByRole('log').waitFor()
  if (await lena.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
    tooWide.push('workspace')
  expect(tooWide).toEqual([])
})

/** Gives whoever waits in the workspace a chat to answer, and waits until it is offered. */
async function offerChat(page: Page): Promise<void> {
  const api = await apiAs('admin')
  await page.getByRole('button', { name: /^Presence: / }).waitFor()
  await api.conversations.start({ workstream: 'Website chat', customer: 'priya-nair', text: 'Is anybody there?' })
  await page.getByRole('article', { name: 'Offer: Priya Nair' }).waitFor()
}

async function visit(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('load')
  return flawsOf(page)
}

/** What axe finds serious or worse, as "rule: where".
 *
 * Left out: the hidden stops by which Fluent keeps the Tab key inside a group. They hold no content and pass the focus on. */
async function flawsOf(page: Page): Promise<readonly string[]> {
  // Half-faded figures have half the contrast. What goes on for ever, such as a spinner, cannot be finished.
  await page.evaluate(() => {
    const hasEnd = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    return Promise.all(
      document
        .getAnimations()
        .filter(hasEnd)
        .map((animation) => animation.finish()),
    )
  })
  const result: unknown = await page.evaluate(
    `${axe}; axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] })`,
  )
  return violationsOf(result)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

function violationsOf(result: unknown): readonly Violation[] {
  if (typeof result !== 'object' || result === null || !('violations' in result)) throw new Error('axe gave no result')
  const { violations } = result
  if (!Array.isArray(violations)) throw new Error('axe gave no violations')
  return violations
}
