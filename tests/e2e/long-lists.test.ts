import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

const SKILLS = 1_000
/** What fits on the screen, and what is drawn beyond it for smooth scrolling. */
const DRAWN_MAX = 60

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('of a thousand rows only those in sight are drawn, and the keyboard reaches all of them', async () => {
  const api = await apiAs('admin')
  const { version } = await api.configuration.read()
  const names = Array.from({ length: SKILLS }, (_, index) => `Skill ${index + 1}`)
  const changes = names.map((name) => ({ list: 'skills', name, row: { name, type: 'Product' }, create: true }) as const)
  await api.configuration.change({ basedOn: version, changes })
  const { page, complaints } = await openAs(browser, 'admin', { to: '/admin/skills?q=skill' })
  const rows = page.getByRole('row')
  await page.getByLabel('1,000 of').waitFor()
  expect(await rows.count()).toBeLessThan(DRAWN_MAX)
  expect(await page.getByRole('grid', { name: 'Skills' }).getAttribute('aria-rowcount')).toBe(String(SKILLS + 1))

  await rows.nth(1).focus()
  await page.keyboard.press('End')
  await page.locator('[role=row]:focus', { hasText: 'Skill 1000' }).waitFor()
  expect(await rows.count()).toBeLessThan(DRAWN_MAX)
  await page.keyboard.press('Shift+ArrowUp')
  await page.getByText('2 rows selected').waitFor()
  await page.keyboard.press('Control+a')
  await page.getByText('1,000 rows selected').waitFor()

  await page.getByRole('button', { name: 'Delete' }).press('Enter')
  await page
    .getByRole('dialog', { name: 'Delete 1,000 skills?' })
    .getByRole('button', { name: 'Delete' })
    .press('Enter')
  await page.getByText('Nothing matches').waitFor()
  const { document } = await api.configuration.read()
  expect(JSON.stringify(document.skills)).not.toContain('Skill 1000')
  expect(complaints).toEqual([])
})
