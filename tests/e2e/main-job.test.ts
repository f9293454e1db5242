import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { AT_WORK, apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a case saved and routed in one browser appears on the representative’s screen without a reload', async () => {
  const anna = await openAs(browser, 'anna', { to: '/workspace' })
  await anna.page.getByRole('button', { name: AT_WORK }).waitFor()

  const admin = await openAs(browser, 'admin', { to: '/tables/case' })
  await admin.page.getByRole('link', { name: 'New case' }).first().click()
  await admin.page.getByLabel('Title', { exact: true }).fill('Charged twice in March')
  await admin.page.getByLabel('Category').selectOption('Invoice')
  await admin.page.getByRole('combobox', { name: 'Customer' }).pressSequentially('Amalie')
  await admin.page.getByRole('option', { name: 'Amalie Berg' }).click()
  await admin.page.getByRole('button', { name: 'Save & Route' }).click()
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Route' }).click()

  const routing = admin.page.getByRole('region', { name: 'Routing' })
  await routing.getByText('Assigned to Anna Haugen in Billing').waitFor()
  await anna.page.getByRole('article', { name: 'Assigned to you: Charged twice in March' }).waitFor()
  await anna.page.getByRole('link', { name: /Charged twice in March/ }).waitFor()

  await routing.getByRole('link', { name: 'See why in routing diagnostics' }).click()
  await admin.page.getByRole('heading', { level: 1, name: 'Charged twice in March' }).waitFor()

  await anna.page.getByRole('article').getByRole('link', { name: 'Open item' }).click()
  await anna.page.getByRole('button', { name: 'Resolve case' }).click()
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
  await anna.page.getByText('This item is closed; it can only be read.').waitFor()
  await anna.page.getByRole('button', { name: AT_WORK }).waitFor()

  expect([...anna.complaints, ...admin.complaints]).toEqual([])
})

test('unsaved changes are not lost without asking', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/tables/case/new' })
  await page.getByLabel('Title', { exact: true }).fill('Half a thought')
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click()
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Half a thought')
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor()
})

test('two people who change one case: the second is told, and loses nothing unseen', async () => {
  const api = await apiAs('admin')
  const { row } = await api.rows.create('case', { values: { title: 'Changed by two' }, route: false })
  const { page } = await openAs(browser, 'admin', { to: `/tables/case/${row.id}` })
  await page.getByLabel('Title', { exact: true }).fill('Changed by the second')
  await api.rows.update('case', row.id, { values: { title: 'Changed by the first' } })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Somebody else changed it meanwhile').waitFor()
  await page.getByRole('button', { name: 'Load the present version' }).click()
  await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe('Changed by the first')
})
