import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../packages/server/src/main.ts'
import { startBrowser } from './browser.ts'

let browser: Browser
let server: RunningServer
let data: string
beforeAll(async () => {
  browser = await startBrowser()
  data = await mkdtemp(join(tmpdir(), 'unified-routing-newcomer-'))
  server = await startServer({ flags: { port: '0', data, logLevel: 'warn' }, environment: {}, firstContent: null })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

test('a newcomer turns unified routing on by following the screens of an empty installation', async () => {
  const page = await signedIn('/admin')
  await page.getByText('0 of 6 steps are done.').waitFor()
  const primary = page.getByRole('main').getByRole('link', { name: /^Next: / })
  expect(await primary.allInnerTexts()).toEqual(['Next: Turn on unified routing'])
  await primary.click()

  await page.getByText('Off: nothing new is routed, and nobody is offered anything.').waitFor()
  expect(await page.getByRole('switch', { name: 'Unified routing' }).isDisabled()).toBe(true)
  await page.getByRole('link', { name: 'Provide consent.' }).click()
  await page.getByRole('checkbox', { name: 'Consent on behalf of your organization' }).check()
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('Administrator consented').waitFor()
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Unified routing' }).click()

  await page.getByRole('switch', { name: 'Unified routing' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Unified routing successfully provisioned').waitFor()
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  expect((await steps.allInnerTexts()).every((text) => text.includes(': done'))).toBe(true)

  await page.goto('/admin')
  await primary.waitFor()
  expect(await primary.allInnerTexts()).toEqual(['Next: Create users and make them bookable resources'])
})

async function signedIn(to: string): Promise<Page> {
  const { administrator, url } = server
  if (administrator === null) throw new Error('a fresh installation has an administrator')
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(to)
  await page.getByLabel('E-mail').fill(administrator.email)
  await page.getByLabel('Password').fill(administrator.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  return page
}
