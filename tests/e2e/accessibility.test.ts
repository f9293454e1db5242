import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, openPage, startBrowser } from './browser.ts'
import { flawsOf, isTooWide, NARROWEST, visit } from './flaws.ts'

let browser: Browser
let paths: readonly string[] = []
beforeAll(async () => {
  browser = await startBrowser()
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
    '/admin',
    '/admin/unified-routing',
    '/admin/unified-routing/consent',
    '/admin/channels',
    '/admin/health',
    '/admin/configuration',
    '/admin/versions',
    '/admin/versions/1',
    '/admin/audit',
    '/admin/audit/1',
    '/admin/users',
    '/admin/users/lena',
    '/admin/new/users',
    '/admin/import/users',
    '/admin/personas',
    '/account',
    '/admin/security/roles',
    '/admin/security/accounts',
    '/admin/security/business-units',
    '/admin/security/api-keys',
    '/admin/security/sign-in',
    '/admin/record-routing',
    '/admin/record-routing/case',
    '/admin/workstreams/Billing cases',
    '/admin/workstreams/Website chat?tab=details',
    '/admin/workstreams/Billing cases?tab=rules',
    '/admin/playbooks',
    '/admin/new/playbooks',
    '/admin/queues/Billing?tab=rules',
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
    await page.goto('/admin/workstreams/Billing cases?stage=classification')
    await page.getByRole('button', { name: 'High priority', exact: true }).click()
    await page.getByRole('combobox', { name: 'Attribute of condition 1' }).waitFor()
    Object.assign(flaws, { rule: await flawsOf(page) })
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
    if (await isTooWide(page)) tooWide.push(path)
  }
  const lena = await openAs(browser, 'lena', { viewport: NARROWEST, to: '/workspace' })
  await offerChat(lena.page)
  await lena.page.keyboard.press('Alt+a')
  await lena.page.getByRole('log').waitFor()
  if (await isTooWide(lena.page)) tooWide.push('workspace')
  expect(tooWide).toEqual([])
})

test('no page does what its content security policy forbids', async () => {
  const { page, complaints } = await openAs(browser, 'admin')
  for (const path of paths) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await page.goto('/api/v1/docs')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(complaints).toEqual([])
})

/** Gives whoever waits in the workspace a chat to answer, and waits until it is offered. */
async function offerChat(page: Page): Promise<void> {
  const api = await apiAs('admin')
  await page.getByRole('button', { name: /^Presence: / }).waitFor()
  await api.conversations.start({ workstream: 'Website chat', customer: 'priya-nair', text: 'Is anybody there?' })
  await page.getByRole('article', { name: 'Offer: Priya Nair' }).waitFor()
}
