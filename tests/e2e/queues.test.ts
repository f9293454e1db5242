import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a queue is made with members in joining order and with the overflow that its type allows', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/new/queues' })
  await page.getByLabel('Name').fill('Returns')
  await page.getByLabel('Type').selectOption('Messaging')
  await page.getByRole('tab', { name: 'Members' }).click()
  for (const name of ['Greta Nilsen', 'Hugo Paredes']) {
    await page.getByRole('combobox', { name: 'Add a representative' }).pressSequentially(name)
    await page.getByRole('option', { name }).click()
  }
  await page.getByLabel('Select Hugo Paredes').check()
  await page.getByRole('button', { name: 'Move up' }).click()

  await page.getByRole('tab', { name: 'Overflow' }).click()
  await page.getByRole('button', { name: 'Add a condition' }).click()
  const condition = page.getByRole('combobox', { name: 'Condition 1' })
  expect(await condition.getByRole('option').allInnerTexts()).toEqual([
    'Out of operating hours',
    'Work item limit exceeds',
  ])
  await condition.selectOption('Work item limit exceeds')
  await page.getByRole('combobox', { name: 'Action' }).selectOption('Transfer to a different queue')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  // The tab with the mistakes opens from the summary.
  await page.getByRole('tab', { name: 'General' }).click()
  await page.getByRole('button', { name: 'Overflow before queueing 1, Limit' }).click()
  await page.getByRole('textbox', { name: 'Items' }).fill('5')
  await page.getByRole('combobox', { name: 'To queue' }).pressSequentially('live')
  await page.getByRole('option', { name: 'Live chat' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Returns' }).waitFor()

  const { document } = await (await apiAs('admin')).configuration.read()
  expect(document.queues).toContainEqual({
    name: 'Returns',
    type: 'messaging',
    members: ['hugo', 'greta'],
    overflow: { beforeQueue: [{ when: { workItemLimit: 5 }, do: { transferToQueue: 'Live chat' } }] },
  })
})

test('two people change different settings at once, and both changes stay', async () => {
  const first = await openAs(browser, 'admin', { to: '/admin/settings' })
  await first.page.getByLabel('Declines of one item').fill('5')
  const api = await apiAs('admin')
  const { version } = await api.configuration.read()
  await api.configuration.change({ basedOn: version, changes: [{ organization: { sessionLimit: 7 } }] })
  await first.page.getByRole('button', { name: 'Save', exact: true }).click()
  await first.page.getByText('The settings are saved', { exact: true }).waitFor()
  // What can take it back is there for a while only, so what was saved is read afterwards.
  await first.page.getByRole('button', { name: 'Undo' }).click()
  await first.page.getByText('Taken back', { exact: true }).waitFor()
  const present = await api.configuration.read()
  const saved = await api.configuration.version(present.version - 1)
  expect(saved.document.organization).toMatchObject({ declineLimit: 5, sessionLimit: 7 })
  expect(present.document.organization).toMatchObject({ declineLimit: 3, sessionLimit: 7 })
})
