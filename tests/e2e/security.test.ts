import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, openPage, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('somebody invited chooses a password, and can sign out everywhere', async () => {
  const { link } = await (await apiAs('admin')).invitations.create({
    email: 'newcomer@example.com',
    name: 'Nora Newcomer',
    roles: ['Omnichannel Administrator'],
  })
  const { page } = await openPage(browser)
  await page.goto(link)
  await page.getByRole('heading', { name: 'Welcome, Nora Newcomer' }).waitFor()
  await page.getByLabel('New password').fill('Nora Newcomer')
  await page.getByLabel('Repeat it').fill('Nora Newcomer')
  await page.keyboard.press('Enter')
  await page.getByText('It must be more than your name, address or the product.').waitFor()
  await page.getByLabel('New password').fill('quiet river lamp')
  await page.getByLabel('Repeat it').fill('quiet river lamp')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Account of Nora Newcomer' }).click()
  await page.getByRole('menuitem', { name: 'My account' }).click()
  await page.getByText('This browser').waitFor()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByLabel('E-mail').waitFor()
})

test('an API key is shown once, works, and is refused when it is revoked', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/security/api-keys' })
  await page.getByRole('button', { name: 'New API key' }).click()
  await page.getByLabel('Name').fill('Telephone')
  await page.getByRole('combobox', { name: 'Roles' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Omnichannel Supervisor' }).click()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Create' }).click()
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue()
  const asKey = () => page.request.get('/api/v1/session', { headers: { 'x-api-key': key, cookie: '' } })
  expect(await (await asKey()).json()).toMatchObject({ by: 'apiKey', roles: ['Omnichannel Supervisor'] })
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Revoke Telephone' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('heading', { name: 'No API keys yet' }).waitFor()
  expect((await asKey()).status()).toBe(401)
})

test('a business unit is added and moved by keyboard, offered to users, and deleted when nobody is in it', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/security/business-units' })
  async function add(name: string, below: string) {
    await page.getByRole('button', { name: `Add below ${below}` }).press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.keyboard.press('Enter')
    await page
      .getByRole('list', { name: `Below ${below}` })
      .getByText(name, { exact: true })
      .waitFor()
  }
  await add('Europe', 'root')
  await add('Iberia', 'Europe')
  await page.getByRole('button', { name: 'Move Iberia' }).press('Enter')
  await page.getByRole('combobox', { name: 'Below' }).press('Enter')
  await page.getByRole('option', { name: 'root' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).press('Enter')
  await page.getByRole('button', { name: 'Delete Europe' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter')
  await page
    .getByRole('list', { name: 'Below root' })
    .getByText('Europe', { exact: true })
    .waitFor({ state: 'detached' })
  await page.goto('/admin/new/users')
  await page.getByRole('combobox', { name: 'Business unit' }).click()
  await page.getByRole('option', { name: 'Iberia' }).waitFor()
  expect(await page.getByRole('option', { name: 'Europe' }).count()).toBe(0)
})

test('a case that is moved into a business unit is no longer there for those outside it', async () => {
  const admin = await apiAs('admin')
  await admin.businessUnits.create({ name: 'Leasing', parent: 'root' })
  const { row } = await admin.rows.create('case', { values: { title: 'Only for Leasing' }, route: false })
  const anna = await apiAs('anna')
  expect(await anna.rows.read('case', row.id)).toMatchObject({ businessUnit: 'root' })
  const { page } = await openAs(browser, 'admin', { to: `/tables/case/${row.id}` })
  await page.getByRole('button', { name: 'Business unit' }).press('Enter')
  await page.getByRole('combobox', { name: 'Business unit' }).press('Enter')
  await page.getByRole('option', { name: 'Leasing' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).press('Enter')
  await page.getByText('Belongs to the business unit Leasing.').waitFor()
  await expect(anna.rows.read('case', row.id)).rejects.toMatchObject({ status: 404 })
  await admin.rows.delete('case', row.id)
  await admin.businessUnits.delete('Leasing')
})
