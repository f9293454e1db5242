import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { AT_WORK, apiAs, leaveAll, openAs, startBrowser } from './browser.ts'
import { flawsOf, isTooWide, NARROWEST } from './flaws.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterEach(leaveAll)
afterAll(() => browser.close())

/** A representative in a conversation that a customer has just begun. */
async function inConversation(options: Parameters<typeof openAs>[2] = {}) {
  const open = await openAs(browser, 'kacper', { ...options, to: '/workspace' })
  await open.page.getByRole('button', { name: AT_WORK }).waitFor()
  const api = await apiAs('admin')
  const context = { topic: 'Delivery' }
  const text = 'Where is my router?'
  const chat = await api.conversations.start({ workstream: 'Website chat', customer: 'noor-rahimi', text, context })
  await open.page.getByRole('article', { name: 'Offer: Noor Rahimi' }).waitFor()
  await open.page.keyboard.press('Alt+a')
  await open.page.getByRole('log').getByText(text).waitFor()
  return { ...open, api, chat }
}

/** Writes where messages are written, once it has the focus. */
async function write(page: Page, field: 'Message' | 'Internal note', text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: field, exact: true })
  await box.fill(text)
  await box.press('Enter')
}

test('by keyboard: a quick reply with its slugs filled, a file, and a note that the customer never sees', async () => {
  const { page, api, chat, complaints } = await inConversation()
  const replies = api.settings(settingKinds.quickReply)
  const value = { title: 'Soon there', text: 'Dear {FirstName{Customer}}, about your {OCContext.topic}: soon.' }
  const reply = await replies.save('soon-there', { value: settingKinds.quickReply.value.parse(value) })

  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('/q')
  const search = page.getByRole('combobox', { name: 'Quick replies' })
  await search.fill('soon')
  await page.getByRole('option', { name: /Soon there/ }).waitFor()
  await search.press('Enter')
  const box = page.getByRole('textbox', { name: 'Message', exact: true })
  await expect.poll(() => box.inputValue()).toBe('Dear Noor, about your Delivery: soon.')

  const files = page.getByLabel('Files to attach')
  await files.setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<b>no</b>') })
  await page.getByText('could run where they are opened', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Take out page.html' }).click()
  await files.setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('text') })
  await page.getByRole('img', { name: 'Uploaded' }).waitFor()
  await box.press('Enter')
  const log = page.getByRole('log')
  await log.getByText('Dear Noor, about your Delivery: soon.').waitFor()
  await log.getByRole('link', { name: 'note.txt' }).waitFor()

  await page.keyboard.press('Alt+Shift+N')
  await write(page, 'Internal note', 'Be kind to her.')
  await log.getByText('Internal note').waitFor()
  await api.conversations.typing(chat.id, 'customer')
  await page.getByText('Noor Rahimi is typing').waitFor()
  expect(complaints).toEqual([])
  await replies.delete('soon-there', reply.version)
})

test('a colleague is consulted in private, added, and given the conversation', async () => {
  const { page, chat, api } = await inConversation()
  const lena = await openAs(browser, 'lena', { to: '/workspace' })
  await lena.page.getByRole('button', { name: AT_WORK }).waitFor()

  await page.getByRole('button', { name: 'Consult' }).click()
  await page.getByRole('option', { name: /^Lena Bakke/ }).click()
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  const offer = lena.page.getByRole('article', { name: 'Offer: Noor Rahimi' })
  await offer.getByText('Asked for advice').waitFor()
  await offer.getByRole('button', { name: /^Reject/ }).click()
  await page.getByText('Lena Bakke declined the consult').first().waitFor()
  await page.getByRole('list', { name: 'Taking part' }).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Consult' }).click()
  await page.getByRole('option', { name: /^Lena Bakke/ }).click()
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await offer.getByRole('button', { name: /^Accept/ }).click()
  await lena.page.getByText('You are consulted: the customer does not see you.', { exact: false }).waitFor()
  await write(lena.page, 'Internal note', 'Send another one.')
  await page.getByRole('log').getByText('Send another one.').waitFor()

  await page.getByRole('button', { name: 'Add Lena Bakke to the conversation' }).click()
  await write(lena.page, 'Message', 'Lena here, a new one is on its way.')
  await page.getByRole('log').getByText('Lena here, a new one is on its way.').waitFor()

  await page.getByRole('button', { name: 'Transfer' }).click()
  await page.getByRole('radio', { name: 'A representative' }).check()
  await page.getByRole('option', { name: /^Lena Bakke/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click()
  await offer.getByText('Transfer of a live chat').waitFor()
  await offer.getByRole('button', { name: /^Accept/ }).click()
  await lena.page.getByRole('button', { name: 'End', exact: true }).waitFor()
  expect(await api.workItems.read(chat.id)).toMatchObject({ assignedTo: 'lena', participants: [] })
})

test('a case is made from the conversation, and closing asks how it turned out', async () => {
  const { page, api, chat } = await inConversation()
  const codes = api.settings(settingKinds.disposition)
  const code = await codes.save('sent-anew', { value: settingKinds.disposition.value.parse({ title: 'Sent anew' }) })
  const requirements = api.settings(settingKinds.requiredDisposition)
  const requirement = await requirements.save('chats', { value: { title: 'Chats', workstreams: ['Website chat'] } })
  // The page has read the codes before; whoever comes back to it reads them again.
  await page.reload()
  await page.getByRole('button', { name: 'Link to case' }).click()
  await page.getByRole('tab', { name: 'Create a case' }).click()
  await page.getByRole('textbox', { name: 'Title of the case' }).fill('A router that never came')
  await page.getByRole('button', { name: 'Create and link' }).click()
  await page.getByRole('link', { name: 'A router that never came' }).first().waitFor()
  await page.getByRole('link', { name: 'Case: A router that never came' }).waitFor()

  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('dialog').getByText('it goes back to its queue', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText('The conversation has ended.', { exact: false }).waitFor()
  await page.getByRole('button', { name: /^Close session/ }).click()
  await page.getByText('Choose at least one code', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Sent anew' }).check()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('She waits for it.')
  await page.getByRole('button', { name: 'Save and close' }).click()
  await page.getByText('This item is closed; it can only be read.').waitFor()
  const closed = await api.workItems.read(chat.id)
  expect(closed).toMatchObject({ state: 'Closed', dispositions: ['Sent anew'], linkedRecord: { table: 'case' } })
  await api.rows.delete('case', closed.linkedRecord?.id ?? '')
  await codes.delete('sent-anew', code.version)
  await requirements.delete('chats', requirement.version)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a conversation has no serious flaws and fits the narrowest page, ${colorScheme}`, async () => {
    const { page } = await inConversation({ colorScheme })
    await page.keyboard.press('Alt+Shift+N')
    await write(page, 'Internal note', 'A note among the messages.')
    await page.getByRole('log').getByText('A note among the messages.').waitFor()
    await page.keyboard.press('Alt+Shift+Q')
    await page.getByRole('combobox', { name: 'Quick replies' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Transfer' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.setViewportSize(NARROWEST)
    expect(await isTooWide(page)).toBe(false)
  })
}
