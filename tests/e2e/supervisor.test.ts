import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'
import { isTooWide, NARROWEST, visit } from './flaws.ts'

const paths = ['/supervisor/queues', '/supervisor/representatives', '/supervisor/work', '/supervisor/wall'] as const

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a supervisor sees a chat begin to wait, goes to it from its queue, and closes it by force', async () => {
  const api = await apiAs('admin')
  const { page, complaints } = await openAs(browser, 'jonas', { to: '/supervisor/queues?q=live' })
  const queue = page.getByRole('row', { name: /Live chat/ })
  await queue.getByText('Nobody', { exact: true }).waitFor()
  const { id } = await api.conversations.start({ workstream: 'Website chat', customer: null, context: {}, text: 'Hi' })
  await queue.getByRole('gridcell').nth(1).getByText('1', { exact: true }).waitFor()
  await queue.getByRole('link', { name: 'Live chat', exact: true }).click()

  await page.getByRole('heading', { level: 1, name: 'Conversations and records' }).waitFor()
  await page.getByLabel('1 shown').waitFor()
  await page.getByRole('checkbox', { name: /^Select (?!all)/ }).press('Space')
  await page.getByRole('button', { name: 'Force close' }).press('Enter')
  await page
    .getByRole('dialog', { name: /^Force close / })
    .getByRole('button', { name: 'Proceed' })
    .press('Enter')
  await page.getByText('No work under way').waitFor()
  const closed = await api.workItems.read(id)
  expect(closed).toMatchObject({ state: 'Closed', closureReason: 'ForceClose' })
  const actors: (string | null)[] = []
  for await (const { type, actor } of api.workItems.journal(id))
    if (type === 'workItem.stateChanged') actors.push(actor.name)
  expect(actors.at(-1)).toContain('jonas')
  expect(complaints).toEqual([])
})

test('a threshold set in the admin center is raised, and acknowledged by who sees it', async () => {
  const api = await apiAs('admin')
  const alerts = api.settings(settingKinds.alert)
  const { name, version } = await alerts.save('chats-wait', {
    value: {
      ...settingKinds.alert.example,
      title: 'Chats wait',
      figure: 'waiting',
      threshold: 0,
      queues: ['Live chat'],
    },
  })
  const { page } = await openAs(browser, 'jonas', { to: '/supervisor/alerts' })
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor()
  await api.conversations.start({ workstream: 'Website chat', customer: null, context: {}, text: 'Hi' })
  await page.getByRole('button', { name: 'Acknowledge Chats wait' }).first().press('Enter')
  await page
    .getByRole('gridcell', { name: /^jonas@/ })
    .first()
    .waitFor()
  await alerts.delete(name, version)
})

test('a supervisor sets the presence of somebody, and sees who set it', async () => {
  await (await apiAs('admin')).representatives.signIn('anna')
  const { page } = await openAs(browser, 'jonas', { to: '/supervisor/representatives?q=anna' })
  const anna = page.getByRole('row', { name: /Anna/ })
  await anna.getByText('Available').waitFor()
  await anna.getByRole('checkbox').press('Space')
  await page.getByRole('button', { name: 'Set presence' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Set the presence of Anna/ })
  await dialog.getByLabel('Presence').selectOption('Away')
  await dialog.getByRole('button', { name: 'Set', exact: true }).press('Enter')
  await anna.getByText('Appear away').waitFor()
  await anna.getByText('by Jonas Vik').waitFor()
})

test('what a view is called leads back to its filters', async () => {
  const { page } = await openAs(browser, 'jonas', { to: '/supervisor/work?state=Open&queue=Billing' })
  await page.getByRole('button', { name: 'Views' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Save this view' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByLabel('Name').fill('Billing that waits')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('button', { name: 'View: Billing that waits' }).waitFor()
  await page.goto('/supervisor/work')
  await page.getByRole('button', { name: 'Views' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Billing that waits', exact: true }).press('Enter')
  await page.waitForURL(/state=Open/)
  await page.getByRole('button', { name: 'View: Billing that waits' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete Billing that waits' }).press('Enter')
  await page.getByRole('button', { name: 'Views' }).waitFor()
})

test('what was closed today is in the history, cut by channel as by day', async () => {
  const api = await apiAs('admin')
  const { id } = await api.conversations.start({ workstream: 'Website chat', customer: null, context: {}, text: 'Hi' })
  await api.workItems.forceClose(id)
  const { page } = await openAs(browser, 'jonas', { to: '/supervisor/history?by=channel' })
  await page.getByRole('row', { name: /Live chat/ }).waitFor()
  await page.getByLabel('Figure of the chart').selectOption('Abandoned')
  await page.getByRole('img', { name: /^Abandoned: / }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('history.csv')
})

test.each([
  'light',
  'dark',
] as const)('no page of the supervisor has a serious flaw for people with disabilities or scrolls sideways, %s', async (colorScheme) => {
  const { page } = await openAs(browser, 'jonas', { colorScheme })
  const flaws: Record<string, readonly string[]> = {}
  const wide = page.viewportSize() ?? NARROWEST
  for (const path of paths) {
    const found = await visit(page, path)
    await page.setViewportSize(NARROWEST)
    flaws[path] = (await isTooWide(page)) ? [...found, 'scrolls sideways at 400 %'] : found
    await page.setViewportSize(wide)
  }
  expect(Object.entries(flaws).filter(([, found]) => found.length > 0)).toEqual([])
})
