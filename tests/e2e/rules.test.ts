import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'
import { flawsOf } from './flaws.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('rules are built by keyboard, tried on a case, saved, and a case saved and routed goes where they say', async () => {
  const api = await apiAs('admin')
  const { document } = await api.configuration.read()
  const { row } = await api.rows.create('case', {
    values: { title: 'Router on fire', category: 'Equipment', service: 'Router', customer: 'priya-nair' },
    route: false,
  })
  const { page } = await openAs(browser, 'admin', { to: '/admin/record-routing/case' })

  await press(page.getByRole('button', { name: 'Add rule' }), 'Enter')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Equipment of gold customers')
  await addCondition(page, { place: '1', attribute: 'customer › membership', value: 'Gold' })
  await addCondition(page, { place: '2', attribute: 'category', value: 'Equipment' })
  await page.getByLabel('Workstream', { exact: true }).selectOption('Billing cases')
  await press(page.getByRole('button', { name: 'Done' }), 'Enter')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('Equipment of gold customers moved to place 1 of 3').waitFor()
  expect(await focusedText(page)).toBe('Equipment of gold customers')

  await choose(page.getByRole('combobox', { name: 'Begin with a case' }), 'Router on fire')
  const [first, second] = await page.getByRole('list', { name: 'Intake rules' }).getByRole('listitem').all()
  await first?.getByText('Applied').waitFor()
  expect(await first?.innerText()).toContain('Customer › Membership level = Gold')
  await second?.getByText('Not processed').waitFor()
  await save(page, 'Record routing of Case is saved')

  await page.goto('/admin/workstreams/Billing cases')
  await press(page.getByRole('button', { name: /^Classification/ }), 'Enter')
  const language = page.getByRole('region', { name: '3. Language' })
  await press(language.getByRole('button', { name: 'Add rule' }), 'Enter')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('English')
  await addCondition(page, { place: '1', attribute: 'case › customer › language', typed: 'English' })
  await press(page.getByRole('button', { name: 'Add output' }), 'Enter')
  await page.getByRole('menuitem', { name: 'Skill' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Skill of output 1').selectOption('English')
  await page.getByLabel('Rating of output 1').selectOption('4')
  await press(page.getByRole('button', { name: 'Done' }), 'Enter')
  await language.getByText('skill English 4').waitFor()
  await press(page.getByRole('button', { name: 'Close' }), 'Enter')

  await press(page.getByRole('button', { name: /^Route to queue/ }), 'Enter')
  await press(page.getByRole('button', { name: 'Add rule' }), 'Enter')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Burning routers')
  await addCondition(page, { place: '1', attribute: 'case › service', value: 'Router' })
  await page.getByLabel('Queue', { exact: true }).selectOption('Technical support')
  await press(page.getByRole('button', { name: 'Done' }), 'Enter')
  await page.keyboard.press('Alt+ArrowUp')
  await choose(page.getByRole('combobox', { name: 'Begin with a case' }), 'Router on fire')
  const outcome = page.getByRole('region', { name: 'Outcome' })
  await outcome.getByText('Burning routers → Technical support').waitFor()
  await outcome
    .getByRole('table', { name: 'Candidates' })
    .getByRole('row', { name: /Daniel Osei.*signed out/ })
    .waitFor()
  await save(page, 'Workstream Billing cases is saved')

  const { workItem } = await api.rows.route('case', row.id, {})
  expect(workItem).toMatchObject({ workstream: 'Billing cases', queue: 'Technical support' })
  expect(workItem?.skills).toMatchObject({ English: 4 })

  const { version } = await api.configuration.read()
  await api.configuration.replace(document, version)
  await api.rows.delete('case', row.id)
})

test('a mistake is shown at its rule and keeps the rules from being saved', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/record-routing/case' })
  await page.getByRole('button', { name: 'Everything else', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('')
  await page
    .getByLabel('To correct')
    .getByText(/^Name: /)
    .waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('list', { name: 'To correct in' }).waitFor()
  expect(await page.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByRole('button', { name: 'Everything else', exact: true }).waitFor()
})

test('an attribute that is not chosen is asked for at its condition, once somebody wants to be done', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/record-routing/case' })
  await page.getByRole('button', { name: 'Everything else', exact: true }).click()
  await page.getByRole('button', { name: 'Add condition' }).click()
  const attribute = page.getByRole('combobox', { name: 'Attribute of condition 1' })
  await attribute.and(page.locator(':focus')).waitFor()
  await page.getByText('an attribute is not chosen yet').waitFor()
  expect(await page.getByText('Choose an attribute.').count()).toBe(0)
  expect(await page.getByLabel('To correct').count()).toBe(0)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Choose an attribute.').waitFor()
  await attribute.and(page.locator(':focus')).waitFor()
  expect(await attribute.getAttribute('aria-invalid')).toBe('true')
  expect(await flawsOf(page)).toEqual([])
  await choose(attribute, 'category')
  await page.getByText('Choose an attribute.').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Discard changes' }).click()
})

test('a condition on a lookup calls the row by its title, with its id behind', async () => {
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const when = { path: 'record.customer', op: 'eq', value: 'priya-nair' }
  const row = { table: 'case', intakeRules: [{ name: 'Hers', when, workstream: 'Billing cases' }] }
  await api.configuration.change({ basedOn: version, changes: [{ list: 'recordTypes', name: 'case', row }] })
  const { page } = await openAs(browser, 'admin', { to: '/admin/record-routing/case' })
  await page.getByText('Customer is Priya Nair (priya-nair)').waitFor()
  await page.getByRole('button', { name: 'Hers', exact: true }).click()
  const picker = page.getByRole('combobox', { name: 'Value of condition 1' })
  await picker.and(page.locator('[value="Priya Nair (priya-nair)"]')).waitFor()
  await picker.click()
  await picker.and(page.locator(':focus')).waitFor()
  await picker.fill('Priya Nair (pri')
  await page.getByRole('option', { name: 'Priya Nair (priya-nair)', exact: true }).click()
  await picker.and(page.locator('[value="Priya Nair (priya-nair)"]')).waitFor()
  await api.configuration.replace(document, version + 1)
})

test('two hundred rules open, are walked and are moved', async () => {
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const rules = Array.from({ length: 200 }, (_, index) => ({
    name: `Rule ${index + 1}`,
    when: { path: 'item.record.title', op: 'contains', value: `word ${index + 1}` },
    queue: 'Billing',
  }))
  const workstreams = Array.isArray(document.workstreams) ? document.workstreams : []
  const many = workstreams.map((one: { name: string }) =>
    one.name === 'Billing cases' ? { ...one, routeToQueue: { rules } } : one,
  )
  const replaced = await api.configuration.replace({ ...document, workstreams: many }, version)

  try {
    const { page } = await openAs(browser, 'admin', { to: '/admin/workstreams' })
    await page.goto('/admin/workstreams/Billing cases?stage=routeToQueue')
    const list = page.getByRole('list', { name: 'Route to queue rules' })
    await list.getByRole('button', { name: 'Rule 200', exact: true }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('Rule 200 moved to place 199 of 200').waitFor()
    expect(await list.getByRole('listitem').nth(198).innerText()).toContain('Rule 200')
    await page.getByRole('button', { name: 'Discard changes' }).click()
    await page.getByRole('button', { name: 'Close' }).click()
  } finally {
    await api.configuration.replace(document, replaced.version)
  }
})

interface Wanted {
  readonly place: string
  readonly attribute: string
  /** Of a list of choices. */
  readonly value?: string
  readonly typed?: string
}

/** Adds a comparison with the keyboard alone: the attribute by typing, then a value. */
async function addCondition(page: Page, { place, attribute, value, typed }: Wanted): Promise<void> {
  await press(page.getByRole('button', { name: 'Add condition' }), 'Enter')
  const picker = page.getByRole('combobox', { name: `Attribute of condition ${place}` })
  await picker.waitFor()
  await page.keyboard.type(attribute)
  await page
    .getByRole('option', { name: new RegExp(attribute, 'i') })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  if (typed !== undefined) await page.getByRole('textbox', { name: `Value of condition ${place}` }).fill(typed)
  if (value !== undefined) await choose(page.getByRole('combobox', { name: `Value of condition ${place}` }), value)
}

/** Types so much of a choice that it alone is left, and takes it. */
async function choose(box: Locator, text: string): Promise<void> {
  const page = box.page()
  await box.focus()
  await page.keyboard.type(text)
  const options = page.getByRole('listbox').getByRole('option')
  await options.nth(1).waitFor({ state: 'detached' })
  await options.filter({ hasText: text }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function press(control: Locator, key: string): Promise<void> {
  await control.focus()
  await control.page().keyboard.press(key)
}

async function save(page: Page, notice: string): Promise<void> {
  await press(page.getByRole('button', { name: 'Save' }), 'Enter')
  await page.getByText(notice, { exact: true }).waitFor()
}

function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent)
}
