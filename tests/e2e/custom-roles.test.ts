import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a role of one’s own is mapped to a persona, stands among the others, and can be given to programs', async () => {
  const { page, complaints } = await openAs(browser, 'admin', { to: '/admin/personas' })
  await page.getByRole('link', { name: 'Map custom roles' }).click()
  await page.getByRole('link', { name: 'New custom role' }).first().click()
  await page.getByLabel('Name').fill('Team lead')
  await page.getByRole('radio', { name: 'Supervisor' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Team lead' }).waitFor()
  await page.goto('/admin/personas')
  const row = page.getByRole('row', { name: /^Team lead/ })
  await row.waitFor()
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Team lead', 'Custom', 'Yes', 'Yes', 'No', '0 users'])
  await page.goto('/admin/security/api-keys')
  await page.getByRole('button', { name: 'New API key' }).first().click()
  await page.getByRole('combobox', { name: 'Roles' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Team lead' }).waitFor()
  expect(complaints).toEqual([])
  const api = await apiAs('admin')
  const { version } = await api.configuration.read()
  await api.configuration.change({
    basedOn: version,
    changes: [{ list: 'customRoles', name: 'Team lead', remove: true }],
  })
})
