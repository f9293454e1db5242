import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'
import { isTooWide, NARROWEST, visit } from './flaws.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('a workstream is copied with its rules, renamed, looked back at and deleted', async () => {
  const api = await apiAs('admin')
  const { document } = await api.configuration.read()
  const { page, complaints } = await openAs(browser, 'admin', { to: '/admin/workstreams/Billing cases' })
  await page.getByRole('button', { name: 'Copy' }).click()
  expect(await page.getByLabel('Name').inputValue()).toBe('Copy of Billing cases')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Copy of Billing cases' }).waitFor()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('New name').fill('Refund cases')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Refund cases' }).waitFor()
  const { document: copied } = await api.configuration.read()
  expect(workstream(copied, 'Refund cases')).toEqual({ ...workstream(document, 'Billing cases'), name: 'Refund cases' })

  await page.getByRole('button', { name: 'Change history' }).click()
  const history = page.getByRole('dialog', { name: 'Change history' })
  await history
    .getByRole('button', { name: /Refund cases/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete workstream Refund cases?' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('heading', { level: 1, name: 'Workstreams' }).waitFor()
  expect((await api.configuration.read()).document).toEqual(document)
  expect(complaints).toEqual([])
})

test('a workstream to which an intake rule leads cannot be deleted', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/workstreams/Billing cases' })
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'This cannot be deleted yet' })
  await dialog
    .getByText(/intake rule '.*': workstream/)
    .first()
    .waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('heading', { level: 1, name: 'Billing cases' }).waitFor()
})

test('who saves a workstream after somebody else sees both and chooses field by field', async () => {
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const { page } = await openAs(browser, 'admin', { to: '/admin/workstreams/Billing cases?tab=details' })
  await page.getByLabel('Capacity units').fill('7')
  const others = { capacity: { units: 9 }, selectFromPush: true, routeToQueue: { rules: [] } }
  const row = { ...workstream(document, 'Billing cases'), ...others }
  await api.configuration.change({ basedOn: version, changes: [{ list: 'workstreams', name: 'Billing cases', row }] })
  await page.getByText('Somebody else has saved this meanwhile').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const merge = page.getByRole('region', { name: 'Somebody else saved this meanwhile' })
  await merge.getByRole('group', { name: 'Capacity' }).getByText('units: 9').waitFor()
  await merge.getByRole('group', { name: 'Capacity' }).getByText('units: 7').waitFor()
  const route = merge.getByRole('group', { name: 'Route to queue' })
  await route.getByText('No rules', { exact: true }).waitFor()
  await route
    .getByText(/2\. Everything else: Always → /)
    .first()
    .waitFor()
  await merge.getByRole('button', { name: 'Save the chosen values' }).click()
  await page.getByText('Workstream Billing cases is saved', { exact: true }).waitFor()
  const after = await api.configuration.read()
  expect(workstream(after.document, 'Billing cases')).toMatchObject({ capacity: { units: 7 }, selectFromPush: true })
  await api.configuration.replace(document, after.version)
})

test('who saves intake rules after somebody else can take those instead', async () => {
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const { page } = await openAs(browser, 'admin', { to: '/admin/record-routing/case' })
  const onCreate = page.getByRole('switch', { name: /created through the API/ })
  await onCreate.click()
  const [first, ...others] = recordType(document, 'case').intakeRules
  const row = { ...recordType(document, 'case'), intakeRules: [{ ...first, name: 'Renamed elsewhere' }, ...others] }
  await api.configuration.change({ basedOn: version, changes: [{ list: 'recordTypes', name: 'case', row }] })
  await page.getByText('Somebody else has saved this meanwhile').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const merge = page.getByRole('region', { name: 'Somebody else saved this meanwhile' })
  await merge
    .getByRole('group', { name: 'Intake rules' })
    .getByText(/^1\. Renamed elsewhere: Category is one of .* → Billing cases/)
    .waitFor()
  await merge.getByRole('button', { name: 'Take theirs' }).click()
  await page.getByRole('button', { name: 'Renamed elsewhere', exact: true }).waitFor()
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' })
  await api.configuration.replace(document, version + 1)
})

test('the summary of what is wrong leads to each field and each rule', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/workstreams/Website chat?tab=details' })
  await page.getByRole('textbox', { name: 'Time to answer', exact: true }).fill('0')
  await page.getByRole('tab', { name: 'Way of an item' }).click()
  await page.getByRole('button', { name: 'Offer, Timeout' }).click()
  await page.getByRole('textbox', { name: 'Time to answer', exact: true }).and(page.locator(':focus')).waitFor()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: 'Way of an item' }).click()
  await page.getByRole('button', { name: /^Route to queue/ }).click()
  await page.getByRole('button', { name: 'Everything', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Route to queue, Rule 1' }).click()
  await page.getByRole('button', { name: 'No name', exact: true }).and(page.locator(':focus')).waitFor()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of a workstream has no serious flaw for people with disabilities, ${colorScheme}`, async () => {
    const { page } = await openAs(browser, 'admin', { colorScheme })
    expect(await visit(page, '/admin/workstreams/Billing cases')).toEqual([])
    expect(await visit(page, '/admin/record-routing/case')).toEqual([])
  })
}

test('at 400 % zoom the page of a workstream does not scroll sideways', async () => {
  const { page } = await openAs(browser, 'admin', { viewport: NARROWEST, to: '/admin/workstreams/Billing cases' })
  await page.getByRole('heading', { level: 1, name: 'Billing cases' }).waitFor()
  expect(await isTooWide(page)).toBe(false)
})

interface Named {
  readonly name: string
}

function workstream({ workstreams }: Record<string, unknown>, name: string): object {
  const rows: readonly (object & Named)[] = Array.isArray(workstreams) ? workstreams : []
  return rows.find((row) => row.name === name) ?? {}
}

interface RecordTypeRow {
  readonly table: string
  readonly intakeRules: readonly Named[]
}

function recordType({ recordTypes }: Record<string, unknown>, table: string): RecordTypeRow {
  const rows: readonly RecordTypeRow[] = Array.isArray(recordTypes) ? recordTypes : []
  return rows.find((row) => row.table === table) ?? { table, intakeRules: [] }
}
