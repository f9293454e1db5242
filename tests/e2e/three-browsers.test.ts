import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { AT_WORK, apiAs, leaveAll, openAs, openPage, startBrowser } from './browser.ts'
import { flawsOf } from './flaws.ts'
import { openShop, type Shop } from './shop.ts'

let browser: Browser
let shop: Shop
beforeAll(async () => {
  browser = await startBrowser()
  shop = await openShop({ productUrl: inject('product').url, widget: 'day' })
  const { value } = settingKinds.chatWidget
  await (await apiAs('admin')).settings(settingKinds.chatWidget).save('day', {
    value: value.parse({
      title: 'A day',
      workstream: 'Website chat',
      origins: [shop.origin],
      offersTranscript: true,
      survey: [{ name: 'topic', text: 'What is it about?', type: 'options', options: ['television', 'delivery'] }],
      afterSurvey: [{ name: 'mark', text: 'How was this chat?', type: 'rating' }],
    }),
  })
})
afterEach(leaveAll)
afterAll(async () => {
  const widgets = (await apiAs('admin')).settings(settingKinds.chatWidget)
  for (const { name, version } of await widgets.list()) if (name === 'day') await widgets.delete(name, version)
  await Promise.all([browser.close(), shop.close()])
})

/** Writes to the others once the page is ready to take words, and sees it said. */
async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText(text).waitFor()
}

/** A customer on a page of the shop, who has answered the survey and waits. */
async function customerWaits() {
  const open = await openPage(browser)
  await open.page.goto(shop.widgetPage)
  await open.page.getByRole('button', { name: 'Open chat' }).click()
  await open.page.getByLabel('What is it about?').selectOption('television')
  await open.page.getByRole('button', { name: 'Start chat' }).click()
  await say(open.page, 'My screen is black')
  return open
}

/** A representative who comes to work and takes the chat that waits. */
async function representativeTakes() {
  const open = await openAs(browser, 'jamila', { to: '/workspace' })
  await open.page.getByRole('button', { name: AT_WORK }).waitFor()
  await open.page.getByRole('article', { name: /^Offer: / }).waitFor()
  await open.page.keyboard.press('Alt+a')
  await open.page.getByRole('log').getByText('My screen is black').waitFor()
  return open
}

test('three browsers at once: a chat from its survey to its wrap-up, while a supervisor watches and steps in', async () => {
  const { page: supervisor, complaints: ofSupervisor } = await openAs(browser, 'jonas', {
    to: '/supervisor/queues?q=live',
  })
  const queue = supervisor.getByRole('row', { name: /Live chat/ })
  await queue.getByText('Nobody', { exact: true }).waitFor()
  const { page: customer, complaints: ofCustomer } = await customerWaits()
  await queue.getByRole('gridcell').nth(1).getByText('1', { exact: true }).waitFor()

  const { page: jamila, complaints: ofJamila } = await representativeTakes()
  await queue.getByRole('gridcell').nth(1).getByText('0', { exact: true }).waitFor()
  await queue.getByRole('gridcell').nth(4).getByText('1', { exact: true }).waitFor()
  await supervisor.getByRole('link', { name: 'Representatives', exact: true }).click()
  await supervisor.getByRole('link', { name: '1 with Jamila Warsame' }).click()
  const work = supervisor.getByRole('row', { name: /Jamila Warsame/ })
  await work.getByText('Active').waitFor()

  await supervisor.getByRole('checkbox', { name: /^Select (?!all)/ }).press('Space')
  await supervisor.getByRole('button', { name: 'Monitor' }).press('Enter')
  const part = supervisor.getByRole('list', { name: 'Taking part' })
  await part.getByText('Monitors').waitFor()
  await say(jamila, 'Is its light on?')
  await supervisor.getByRole('log').getByText('Is its light on?').waitFor()
  expect(await jamila.getByRole('list', { name: 'Taking part' }).count()).toBe(0)
  await part.getByRole('button', { name: 'Join' }).click()
  await part.getByText('Supervisor takes part').waitFor()
  await say(supervisor, 'You get a new cable')
  await customer.getByRole('log').getByText('You get a new cable').waitFor()
  await customer.getByRole('log').getByText('Jonas Vik', { exact: true }).waitFor()
  await jamila.getByRole('list', { name: 'Taking part' }).getByText('Jonas Vik').waitFor()
  await part.getByRole('button', { name: 'Leave' }).click()
  await part.waitFor({ state: 'detached' })

  await jamila.getByRole('button', { name: 'End', exact: true }).click()
  await customer.getByText('The chat has ended.').waitFor()
  await supervisor.goto('/supervisor/work')
  await work.getByText('Wrap-up').waitFor()
  expect(await flawsOf(customer)).toEqual([])
  const [file] = await Promise.all([
    customer.waitForEvent('download'),
    customer.getByRole('button', { name: 'Download transcript' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('chat.txt')
  await customer.getByRole('radio', { name: '5 of 5' }).check()
  await customer.getByRole('button', { name: 'Send answers' }).click()
  await customer.getByText('Thank you for your answers.').waitFor()
  await jamila.getByRole('button', { name: 'Close', exact: true }).click()
  await jamila.getByText('This item is closed; it can only be read.').waitFor()
  await supervisor.getByText('No work under way').waitFor()

  // The conversation has the same id on every page.
  const id = new URL(jamila.url()).pathname.split('/').at(-1)
  await supervisor.goto(`/diagnostics/${id}`)
  const television = supervisor
    .getByRole('region', { name: 'Classification' })
    .getByRole('listitem')
    .filter({ hasText: 'Television' })
  await television.first().getByText('Applied').waitFor()
  await supervisor.getByRole('region', { name: 'Transcript and survey' }).getByText('How was this chat?').waitFor()
  expect([...ofSupervisor, ...ofCustomer, ...ofJamila]).toEqual([])
})
