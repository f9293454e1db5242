import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a quick reply is written, mended against somebody else, and deleted', async () => {
  const api = await apiAs('admin')
  const replies = api.settings(settingKinds.quickReply)
  const { page, complaints } = await openAs(browser, 'admin', { to: '/admin/quick-replies' })
  await page.getByRole('link', { name: 'New quick reply' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'New quick reply' }).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Not saved: 2 values to correct').waitFor()
  await page.getByLabel('Title').fill('Thank you')
  await page.getByLabel('Text').fill('Thank you, {FirstName{Customer}}.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor()
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/admin/quick-replies/thank-you')

  await page.getByLabel('Text').fill('Written here')
  await page.getByText('Unsaved changes').waitFor()
  const stored = await replies.read('thank-you')
  await replies.save('thank-you', { value: { ...stored.value, text: 'Elsewhere', tags: ['end'] } }, stored.version)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const merge = page.getByRole('region', { name: 'Somebody else saved this meanwhile' })
  await merge.getByRole('group', { name: 'Text' }).getByText('Elsewhere').waitFor()
  await merge.getByRole('button', { name: 'Save the chosen values' }).click()
  await merge.waitFor({ state: 'detached' })
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
  expect((await replies.read('thank-you')).value).toMatchObject({ text: 'Written here', tags: ['end'] })

  await deleteFromList(page)
  expect(await replies.list()).toEqual([])
  expect(complaints).toEqual([])
})

async function deleteFromList(page: Page): Promise<void> {
  await page.goto('/admin/quick-replies?q=thank')
  await page
    .getByRole('row', { name: /Thank you/ })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete the quick reply Thank you?' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No quick replies yet').waitFor()
}
