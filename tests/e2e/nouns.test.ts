import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a skill lives its whole life by keyboard: made, mended, copied, renamed, merged, deleted, taken back', async () => {
  const { page, complaints } = await openAs(browser, 'admin', { to: '/admin/skills' })

  await press(page, page.getByRole('link', { name: 'New skill' }))
  await type(page, page.getByLabel('Name'), 'Danish')
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  await page.getByText('Not saved: 1 value to correct').waitFor()
  await press(page, page.getByRole('button', { name: 'Type', exact: true }))
  await page.getByRole('combobox', { name: 'Type' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('lang')
  await page.getByRole('option', { name: 'Language' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  await page.getByRole('heading', { level: 1, name: 'Danish' }).waitFor()

  await press(page, page.getByRole('button', { name: 'Copy' }))
  await page.getByRole('heading', { level: 1, name: 'New skill' }).waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Copy of Danish')
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  await page.getByRole('heading', { level: 1, name: 'Copy of Danish' }).waitFor()

  await press(page, page.getByRole('button', { name: 'Rename' }))
  await type(page, page.getByLabel('New name'), 'Faroese')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Faroese' }).waitFor()
  expect(page.url()).toMatch(/\/admin\/skills\/Faroese$/)

  await mergeWithSomebodyElse(page)
  await readHistory(page)
  await deleteAndTakeBack(page)
  expect(complaints).toEqual([])
})

test('the page of the representatives whom a customer prefers bears the name of the customer', async () => {
  const api = await apiAs('admin')
  const { version } = await api.configuration.read()
  const row = { contact: 'priya-nair', representatives: ['marit'] }
  const change = { list: 'preferredRepresentatives' as const, name: row.contact, row }
  const changed = await api.configuration.change({ basedOn: version, changes: [change] })
  const { page } = await openAs(browser, 'admin', { to: '/admin/preferred-representatives/priya-nair' })
  await page.getByRole('heading', { level: 1, name: 'Priya Nair', exact: true }).waitFor()
  const removal = { list: change.list, name: change.name, remove: true } as const
  await api.configuration.change({ basedOn: changed.version, changes: [removal] })
})

/** Somebody else changes the description while one is typing another, and both look at it. */
async function mergeWithSomebodyElse(page: Page): Promise<void> {
  const api = await apiAs('admin')
  await type(page, page.getByLabel('Description'), 'Written here')
  const { version } = await api.configuration.read()
  const row = { name: 'Faroese', type: 'Craft', description: 'Written elsewhere' }
  await api.configuration.change({ basedOn: version, changes: [{ list: 'skills', name: 'Faroese', row }] })
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  const merge = page.getByRole('region', { name: 'Somebody else saved this meanwhile' })
  await merge.waitFor()
  const description = merge.getByRole('group', { name: 'Description' })
  await description.getByText('Written elsewhere').waitFor()
  await description.getByText('Written here').waitFor()
  await press(page, merge.getByRole('button', { name: 'Save the chosen values' }))
  await page.getByText('The skill Faroese is saved', { exact: true }).waitFor()
  const { document } = await api.configuration.read()
  expect(skillsOf(document)).toContainEqual({ name: 'Faroese', type: 'Craft', description: 'Written here' })
}

/** What was written, by whom, and what it was before. */
async function readHistory(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Change history' }))
  const history = page.getByRole('dialog', { name: 'Change history' })
  await press(page, history.getByRole('button', { name: /^Skill 'Faroese' changed/ }).first())
  await history.getByRole('deletion').getByText('Written elsewhere').waitFor()
  await history.getByRole('insertion').getByText('Written here').waitFor()
  await page.keyboard.press('Escape')
  await history.waitFor({ state: 'detached' })
}

/** A skill that somebody holds is taken from them with it, and both come back. */
async function deleteAndTakeBack(page: Page): Promise<void> {
  const api = await apiAs('admin')
  const before = await api.configuration.read()
  const hugo = { name: 'hugo', skills: { Faroese: null } }
  await api.configuration.change({
    basedOn: before.version,
    changes: [{ list: 'representatives', name: 'hugo', row: { ...representative(before.document, 'hugo'), ...hugo } }],
  })
  const held = await api.configuration.read()
  await page.goto('/admin/skills?q=faroese')
  await page.getByRole('row', { name: /Faroese/ }).focus()
  await page.keyboard.press(' ')
  await press(page, page.getByRole('button', { name: 'Delete' }))
  const dialog = page.getByRole('dialog', { name: 'Delete skill Faroese?' })
  await dialog.getByText("representative 'hugo': has the skill").waitFor()
  await press(page, dialog.getByRole('button', { name: 'Delete' }))
  await page.getByText('No skills match').or(page.getByText('Nothing matches')).waitFor()
  await page.keyboard.press('Control+m')
  await press(page, page.getByRole('button', { name: 'Undo' }))
  await page.getByRole('row', { name: /Faroese/ }).waitFor()
  const after = await api.configuration.read()
  expect(representative(after.document, 'hugo')).toEqual(representative(held.document, 'hugo'))
  expect(skillsOf(after.document)).toContainEqual(expect.objectContaining({ name: 'Faroese' }))
}

test('what is typed outlives the row that somebody else deletes meanwhile', async () => {
  const api = await apiAs('admin')
  const row = { name: 'Tea time', base: 'Away' }
  const { version } = await api.configuration.read()
  const change = { list: 'presences', name: 'Tea time' } as const
  await api.configuration.change({ basedOn: version, changes: [{ ...change, row, create: true }] })
  const { page } = await openAs(browser, 'admin', { to: '/admin/presences/Tea time' })
  await page.getByLabel('Description').fill('At four')
  await page.getByText('Unsaved changes').waitFor()
  await api.configuration.change({ basedOn: version + 1, changes: [{ ...change, remove: true }] })
  await page.getByText('Somebody else has deleted this presence meanwhile').waitFor()
  await page.getByRole('button', { name: 'Make it again' }).click()
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
  const { document } = await api.configuration.read()
  expect(document.presences).toContainEqual({ ...row, description: 'At four' })
})

/** By keyboard: the focus goes there, Enter does it. */
async function press(page: Page, control: ReturnType<Page['getByRole']>): Promise<void> {
  await control.focus()
  await page.keyboard.press('Enter')
}

async function type(page: Page, control: ReturnType<Page['getByRole']>, text: string): Promise<void> {
  await control.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

function skillsOf(document: Readonly<Record<string, unknown>>): unknown[] {
  return Array.isArray(document.skills) ? document.skills : []
}

function representative(document: Readonly<Record<string, unknown>>, name: string): object {
  const rows: unknown[] = Array.isArray(document.representatives) ? document.representatives : []
  const found = rows.find((row) => typeof row === 'object' && row !== null && 'name' in row && row.name === name)
  return typeof found === 'object' && found !== null ? found : {}
}
