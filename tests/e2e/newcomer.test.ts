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

test('and goes on to the first case that is routed to somebody', async () => {
  const page = await signedIn('/admin')
  await next(page, 'Create users and make them bookable resources')
  await page.getByRole('link', { name: 'New user' }).first().click()
  await page.getByLabel('Sign-in name').fill('rosa')
  await page.getByLabel('Full name').fill('Rosa Lind')
  await page.getByLabel('E-mail').fill(rosa.email)
  await save(page)
  await page.getByRole('button', { name: 'Set a password' }).click()
  await page.getByLabel('New password').fill(rosa.givenPassword)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await next(page, 'Create record queues and add users')
  await page.getByRole('link', { name: 'New queue' }).first().click()
  await page.getByLabel('Name').fill('Case desk')
  await page.getByLabel('Type').selectOption('Record')
  await page.getByRole('tab', { name: 'Members' }).click()
  await page.getByRole('combobox').first().click()
  await page.getByRole('option', { name: /rosa/i }).click()
  await save(page)

  await next(page, 'Create a record workstream and an intake rule to it')
  await page.getByRole('link', { name: 'New workstream' }).first().click()
  await page.getByLabel('Name').fill('Cases')
  await save(page)
  await page.getByRole('button', { name: /^Intake/ }).click()
  await page.getByRole('link', { name: 'Record routing' }).last().click()
  await page.getByRole('button', { name: 'Add rule' }).click()
  await page.getByLabel('Name').fill('Every case')
  await page.getByRole('button', { name: 'Done' }).click()
  await save(page)

  const representative = await signedInAs(rosa)
  await next(page, 'Try it out: create a case and press Save & Route')
  await page.getByLabel('Title').fill('My first case')
  await page.getByRole('button', { name: 'Save & Route' }).click()
  await page.getByRole('button', { name: 'Route', exact: true }).click()
  await page.getByText('Rosa Lind').first().waitFor()
  await representative.getByText('My first case').first().waitFor()
})

const rosa = {
  email: 'rosa@example.com',
  givenPassword: 'violet-harbour-27-lamp',
  password: 'copper-meadow-31-train',
}

/** The one primary button of Home, which is the next step. */
async function next(page: Page, step: string): Promise<void> {
  await page.goto('/admin')
  await page
    .getByRole('main')
    .getByRole('link', { name: `Next: ${step}` })
    .click()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page
    .getByText(/is saved$|are saved$/)
    .first()
    .waitFor()
}

/** A representative with a password from the administrator chooses one of their own. */
async function signedInAs({ email, givenPassword, password }: typeof rosa): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto('/workspace')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(givenPassword)
  await page.keyboard.press('Enter')
  await page.getByLabel('Present password').fill(givenPassword)
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Repeat it').fill(password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('Nothing on your desk').waitFor()
  return page
}

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
