import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

async function waitingCase(title: string) {
  const api = await apiAs('admin')
  const { row, workItem } = await api.rows.create('case', {
    values: { title, category: 'Refund', customer: 'lucia-moreno' },
    route: true,
  })
  return { api, row, id: workItem?.id ?? '' }
}

test('the page of an item shows every rule with the values it saw, the candidates, and why not somebody', async () => {
  const { api, row, id } = await waitingCase('Refund that waits')
  const { page } = await openAs(browser, 'jonas', { to: '/diagnostics' })
  await page.getByRole('link', { name: 'Refund that waits' }).click()

  const intake = page.getByRole('region', { name: 'Intake' })
  const money = intake.getByRole('listitem').filter({ hasText: 'Money' })
  expect(await money.first().innerText()).toContain('Applied')
  expect(await money.first().innerText()).toContain('"Refund"')
  expect(await intake.getByText('Not processed').count()).toBeGreaterThan(0)
  await page.getByRole('region', { name: 'Classification' }).getByText('Refunds need a practised hand').waitFor()
  await page.getByRole('region', { name: 'Route to queue' }).getByText('Everything else').waitFor()

  const candidates = page.getByRole('table', { name: 'Candidates' })
  await candidates
    .getByRole('row')
    .filter({ hasText: 'Anna Haugen' })
    .getByText(/signed out/i)
    .waitFor()

  await page.getByRole('combobox', { name: 'Representative' }).pressSequentially('Hugo')
  await page.getByRole('option', { name: /Hugo Paredes/ }).click()
  await page.getByRole('list', { name: 'Why not Hugo Paredes' }).getByText('notQueueMember').waitFor()
  expect(new URL(page.url()).searchParams.get('person')).toBe('hugo')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ])
  const saved: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(saved).toMatchObject({ workItem: { id }, journal: expect.arrayContaining([]) })
  await api.rows.complete('case', row.id)
})

test('the list follows what happens, and its filters live in the address', async () => {
  const { api, row } = await waitingCase('Seen by the list')
  const { page } = await openAs(browser, 'jonas', { to: '/diagnostics?state=Open' })
  const line = page.getByRole('row').filter({ hasText: 'Seen by the list' })
  await line.waitFor()
  await api.rows.complete('case', row.id)
  await line.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Closed', exact: true }).click()
  await line.waitFor()
  expect(new URL(page.url()).searchParams.get('state')).toBe('Closed')
  await page.goBack()
  await line.waitFor({ state: 'detached' })
})
