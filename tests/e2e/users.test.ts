import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { createClient } from '../../packages/client/src/main.ts'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

async function documentNow() {
  return (await (await apiAs('admin')).configuration.read()).document
}

/** Types a part of a name into the field that has the focus and takes what is found. */
async function pick(page: Page, part: string, whole: string): Promise<void> {
  await page.keyboard.type(part)
  await page.getByRole('option', { name: whole }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Waits for a notice. Its words are on the page twice: to be seen, and to be heard. */
async function noticed(page: Page, text: string): Promise<void> {
  await page.getByText(text, { exact: true }).first().waitFor()
}

test('several users are edited at once by keyboard, after a preview, and all of it is taken back', async () => {
  const before = await documentNow()
  const { page, complaints } = await openAs(browser, 'admin', { to: '/admin/users?sort=fullName' })
  const rows = page.getByRole('grid', { name: 'Users' }).getByRole('row')
  await rows.filter({ hasText: 'Anna Haugen' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 users selected.').waitFor()

  await page.getByRole('button', { name: 'Bulk edit' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What to change').selectOption('Add skills')
  await page.getByRole('combobox', { name: 'Skills' }).focus()
  await pick(page, 'Pol', 'Polish')
  await page.getByRole('combobox', { name: 'Rating' }).selectOption('Expert (5)')
  const preview = page.getByRole('region', { name: 'Changes by user' })
  await preview.getByRole('row', { name: /Anna Haugen.*now Polish, Expert \(5\)/ }).waitFor()
  await preview.getByRole('row', { name: /Bjørn Moe.*now Polish, Expert \(5\)/ }).waitFor()
  expect(await documentNow()).toEqual(before)

  await page.getByRole('button', { name: 'Save for 2 users' }).focus()
  await page.keyboard.press('Enter')
  await noticed(page, '2 users changed')
  const { representatives } = await documentNow()
  for (const name of ['anna', 'bjorn']) {
    expect(representatives).toContainEqual(
      expect.objectContaining({ name, skills: expect.objectContaining({ Polish: 5 }) }),
    )
  }

  await page.getByRole('button', { name: 'Undo' }).click()
  await noticed(page, 'Taken back')
  expect(await documentNow()).toEqual(before)
  expect(complaints).toEqual([])
})

test('a table of users shows its one bad row with the remedy, and the rest is imported when said so', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/import/users' })
  const table = [
    'Full name;Sign-in name;Skills;Queues',
    'Nora Dale;nora;English=Expert;"Billing; Sales"',
    'Olav Dale;olav;Klingon;',
  ]
  await page.getByLabel('Table of users (CSV)').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${table.join('\r\n')}\r\n`),
  })
  const bad = page.getByRole('row', { name: /olav/ })
  await bad.getByText("no skill 'Klingon'; add one or correct the name").waitFor()
  await bad.getByText('3', { exact: true }).waitFor()
  expect(JSON.stringify(await documentNow())).not.toContain('nora')

  await page.getByRole('button', { name: 'Import 1 user and leave out 1 row' }).click()
  await page.getByRole('heading', { name: 'User management' }).waitFor()
  await page.getByRole('link', { name: 'Nora Dale' }).waitFor()
  const { representatives, queues } = await documentNow()
  expect(representatives).toContainEqual({ name: 'nora', fullName: 'Nora Dale', skills: { English: 5 } })
  expect(JSON.stringify(representatives)).not.toContain('olav')
  expect(queues).toContainEqual(expect.objectContaining({ name: 'Sales', members: expect.arrayContaining(['nora']) }))
  await page.getByRole('button', { name: 'Undo' }).click()
  await noticed(page, 'Taken back')
})

test('the listed users are exported as a table that changes nothing when it is imported', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/users?q=lena' })
  await page.getByText('Export writes the 1 listed user.').waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const path = await (await downloading).path()
  expect(await readFile(path, 'utf8')).toContain('lena@fjordline.example')
  await page.goto('/admin/import/users')
  await page.getByLabel('Table of users (CSV)').setInputFiles(path)
  await page.getByText('0 new, 0 changed, 1 unchanged, 0 rows with a problem.').waitFor()
})

test('one user gets a skill, a custom limit and a queue on their own page; a mistake is told at its field', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/users/kacper' })
  await page.getByLabel('Units').fill('-1')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').getByText('Not saved: 1 value to correct').waitFor()
  await page.getByRole('alert').getByRole('button', { name: 'Units' }).click()
  await page.getByLabel('Units').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('120')
  await page.getByLabel('Custom limit of Messages at once').fill('5')
  await page.getByRole('combobox', { name: 'Queues' }).focus()
  await pick(page, 'Bil', 'Billing')
  await page.getByLabel('Rating of English').selectOption('Expert (5)')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await noticed(page, 'The user Kacper Nowak is saved')
  await page.getByText('Custom limit', { exact: true }).waitFor()
  const { representatives, queues } = await documentNow()
  expect(representatives).toContainEqual(
    expect.objectContaining({
      name: 'kacper',
      units: 120,
      capacityProfiles: { 'Messages at once': 5 },
      skills: expect.objectContaining({ English: 5 }),
    }),
  )
  expect(queues).toContainEqual(
    expect.objectContaining({ name: 'Billing', members: expect.arrayContaining(['kacper']) }),
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await noticed(page, 'Taken back')
})

test('a first password is refused at its field when it is too easy, and else lets the user in', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/users/ida' })
  await page.getByText('Signs in as ida@fjordline.example.').waitFor()
  await page.getByRole('button', { name: 'Set a password' }).click()
  const field = page.getByRole('dialog').getByLabel('New password')
  await field.fill('password')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await field.fill('a quiet harbour at dawn')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await noticed(page, 'The password of Ida Strand is set')
  const { session } = createClient({ baseUrl: inject('product').url })
  expect(await session.signIn({ email: 'ida@fjordline.example', password: 'a quiet harbour at dawn' })).toMatchObject({
    representative: 'ida',
  })
})

test('who changed the same part of a user meanwhile is shown, and what only one of both changed comes together', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/users/hugo' })
  await page.getByLabel('Units').fill('150')
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const [row] = rowsOf(document).filter(({ name }) => name === 'hugo')
  await api.configuration.change({
    basedOn: version,
    changes: [{ list: 'representatives', name: 'hugo', row: { ...row, units: 80, fullName: 'Hugo P.' } }],
  })
  const conflict = page.getByRole('region', { name: 'Somebody else changed this user meanwhile' })
  await conflict.getByText('80', { exact: true }).waitFor()
  await conflict.getByText('150', { exact: true }).waitFor()
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await noticed(page, 'The user Hugo P. is saved')
  expect(rowsOf(await documentNow())).toContainEqual({ ...row, units: 150, fullName: 'Hugo P.' })
  const { version: last } = await api.configuration.read()
  await api.configuration.change({ basedOn: last, changes: [{ list: 'representatives', name: 'hugo', row }] })
})

function rowsOf(document: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(document.representatives) ? document.representatives : []
}
