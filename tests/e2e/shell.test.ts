import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { leaveAll, openAs, openPage, signIn, startBrowser } from './browser.ts'

const SCRIPT_BEFORE_SIGN_IN_KIB_MAX = 300

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('signing in says what is wrong at the field, and then goes where one was going', async () => {
  const { page } = await openPage(browser)
  await page.goto('/diagnostics?state=Open')
  await page.getByLabel('E-mail').press('Enter')
  await page.getByText('Enter your password.').waitFor()
  await page.getByLabel('E-mail').fill(inject('product').email)
  await page.getByLabel('Password').fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByText('The e-mail address or the password is wrong.').waitFor()
  await signIn(page, 'admin')
  await page.getByRole('heading', { level: 1, name: 'Routing diagnostics' }).waitFor()
  expect(new URL(page.url()).searchParams.get('state')).toBe('Open')
})

test('the sign-in page needs less script than the budget', async () => {
  const { page } = await openPage(browser)
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry): entry is PerformanceResourceTiming =>
          entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js'),
      )
      .map((entry) => entry.name),
  )
  const sizes = await Promise.all(bytes.map(async (url) => gzipSize(await (await fetch(url)).arrayBuffer())))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total / 1024).toBeLessThan(SCRIPT_BEFORE_SIGN_IN_KIB_MAX)
})

test('the theme is chosen in the bar and kept over a reload', async () => {
  const { page } = await openAs(browser, 'admin', { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.locator('[data-theme="dark"]').first().waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('[data-theme="dark"]').count()).toBeGreaterThan(0)
})

test('the switcher shows the applications of the role, and no more', async () => {
  const { page } = await openAs(browser, 'anna')
  await page.getByRole('button', { name: 'Applications' }).click()
  const names = await page.getByRole('menuitem').allInnerTexts()
  expect(names.map((text) => text.split('\n')[0])).toEqual(['Cases & data', 'Workspace'])
})

test('the main job is done with the keyboard alone', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/tables/case' })
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focusedText()).toBe('Skip to the page')
  await page.keyboard.press('Enter')
  await tabTo('New case')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'New case' }).waitFor()
  expect(await focusedText()).toBe('New case')
  await page.getByLabel('Title', { exact: true }).focus()
  await page.keyboard.type('Typed without a mouse')
  await page.getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await focusedText()).toBe('Save & Route')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await expect.poll(focusedText).toBe('Route')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Routing' }).getByText('Technical support').first().waitFor()
  await page.getByRole('heading', { level: 1, name: 'Typed without a mouse' }).waitFor()

  function focusedText(): Promise<string> {
    return page.evaluate(() => document.activeElement?.textContent ?? '')
  }
  async function tabTo(text: string): Promise<void> {
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab')
      if ((await focusedText()) === text) return
    }
    throw new Error(`"${text}" cannot be reached with Tab`)
  }
})

async function gzipSize(bytes: ArrayBuffer): Promise<number> {
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')))
  return (await packed.arrayBuffer()).byteLength
}
