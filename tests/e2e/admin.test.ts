import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { apiAs, leaveAll, openAs, startBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

test('routing is switched off and on again with a saved toggle', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/unified-routing' })
  await page.getByText('Unified routing successfully provisioned').waitFor()
  await page.getByRole('switch', { name: 'Unified routing' }).click()
  await page.getByRole('radio', { name: /^Return/ }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Off: nothing new is routed').waitFor()
  expect((await (await apiAs('admin')).organization.read()).routingEnabled).toBe(false)
  await page.getByRole('switch', { name: 'Unified routing' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('On: new work is routed and offered.').waitFor()
  expect((await (await apiAs('admin')).organization.read()).routingEnabled).toBe(true)
})

test('a channel that is turned off asks first, and says what happens; turned on, it takes conversations again', async () => {
  const { page } = await openAs(browser, 'admin', { to: '/admin/channels' })
  await page.getByRole('switch', { name: 'Live chat' }).click()
  const dialog = page.getByRole('dialog', { name: 'Turn off Live chat?' })
  await dialog.getByText('Customers can no longer start conversations on it.').waitFor()
  await dialog.getByRole('button', { name: 'Turn off' }).click()
  await page.getByRole('switch', { name: 'Live chat', checked: false }).waitFor()
  const api = await apiAs('admin')
  const chat = { workstream: 'Website chat', customer: 'priya-nair', text: 'Hello?' }
  await expect(api.conversations.start(chat)).rejects.toMatchObject({ reason: 'channelOff' })
  await page.getByRole('switch', { name: 'Live chat' }).click()
  await page.getByRole('switch', { name: 'Live chat', checked: true }).waitFor()
  await api.conversations.start(chat)
})

test('a file with a mistake is refused with its path; a good one shows its plan, takes force and is rolled back', async () => {
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const { page } = await openAs(browser, 'admin', { to: '/admin/configuration' })
  const file = page.getByLabel('Configuration file (YAML or JSON)')

  const wrong = { ...document, userGroups: [{ name: 'Night shift', members: ['nobody'] }] }
  await file.setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(wrong)),
  })
  await page.getByText('wrong.json cannot be used: 1 problem').waitFor()
  await page.getByText('userGroups[0].members[0]').waitFor()

  const good = { ...document, userGroups: [{ name: 'Night shift', members: ['lena'] }] }
  await file.setInputFiles({ name: 'good.yaml', mimeType: 'application/yaml', buffer: Buffer.from(yamlOf(good)) })
  await page.getByText('1 row: 1 added, 0 changed, 0 removed.').waitFor()
  await page.getByText('User groups: Night shift').waitFor()
  await page.getByRole('button', { name: 'Import good.yaml' }).click()
  await page.getByRole('region', { name: `Version ${version + 1}` }).waitFor()
  expect((await api.configuration.read()).document).toMatchObject({ userGroups: [{ name: 'Night shift' }] })

  await page.getByRole('link', { name: 'Versions', exact: true }).click()
  await page.getByRole('link', { name: String(version), exact: true }).click()
  await page.getByRole('button', { name: 'Roll back to this version' }).click()
  await page.getByRole('button', { name: 'Roll back', exact: true }).click()
  await page
    .getByText(`Back to version ${version}, as version ${version + 2}`)
    .first()
    .waitFor()
  expect((await api.configuration.read()).document).toEqual(document)
})

test('the audit log tells who changed what, field by field', async () => {
  const api = await apiAs('admin')
  const { document, version } = await api.configuration.read()
  const { declineLimit } = organizationOf(document)
  await api.configuration.change({ basedOn: version, changes: [{ organization: { declineLimit: 5 } }] })
  const { page } = await openAs(browser, 'admin', { to: '/admin/audit?list=organization&name=declineLimit' })
  await page.getByRole('link', { name: "Setting 'declineLimit' changed" }).first().click()
  const change = page.getByRole('table', { name: 'Fields of declineLimit' })
  await change.getByRole('cell', { name: '5' }).waitFor()
  await page.getByRole('link', { name: String(version + 1), exact: true }).waitFor()
  await api.configuration.change({
    basedOn: version + 1,
    changes: [{ organization: { declineLimit: declineLimit ?? null } }],
  })
})

function organizationOf(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { organization } = document
  return typeof organization === 'object' && organization !== null ? { ...organization } : {}
}

/** Each list on a line of its own. */
function yamlOf(document: object): string {
  return Object.entries(document)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')
}
