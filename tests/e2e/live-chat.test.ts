import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { settingKinds } from '../../packages/contract/src/main.ts'
import { AT_WORK, apiAs, leaveAll, type OpenPage, openAs, openPage, startBrowser } from './browser.ts'
import { flawsOf, isTooWide, NARROWEST } from './flaws.ts'
import { openShop, type Shop } from './shop.ts'

const SECRET = 'known-to-the-server-of-the-shop-only'
const HOSTILE = '<img src=x onerror="document.title=1"> <script>document.title=2</script> javascript:alert(1)'

let browser: Browser
let shop: Shop
beforeAll(async () => {
  browser = await startBrowser()
  shop = await openShop({ productUrl: inject('product').url, widget: 'shop' })
  const widgets = (await apiAs('admin')).settings(settingKinds.chatWidget)
  const { value } = settingKinds.chatWidget
  const common = { workstream: 'Website chat', heading: 'Fjordline' }
  await widgets.save('website', {
    value: value.parse({
      ...common,
      title: 'Demo',
      survey: [
        { name: 'topic', text: 'What is it about?', type: 'options', options: ['television', 'delivery'] },
        { name: 'more', text: 'Tell us more', type: 'multipleLines', isRequired: false },
      ],
    }),
  })
  await widgets.save('shop', {
    value: value.parse({ ...common, title: 'Shop', origins: [shop.origin] }),
    secrets: { directLine: SECRET },
  })
})
afterEach(leaveAll)
afterAll(async () => {
  const widgets = (await apiAs('admin')).settings(settingKinds.chatWidget)
  for (const { name, version } of await widgets.list()) await widgets.delete(name, version)
  await Promise.all([browser.close(), shop.close()])
})

/** A customer on a page with the widget, who has opened it. */
async function visit(to: string, options: Parameters<typeof openPage>[1] = {}): Promise<OpenPage> {
  const open = await openPage(browser, options)
  await open.page.goto(to)
  await open.page.getByRole('button', { name: 'Open chat' }).click()
  return open
}

async function answerSurvey(page: Page, topic: string): Promise<void> {
  await page.getByLabel('What is it about?').selectOption(topic)
  await page.getByRole('button', { name: 'Start chat' }).click()
  await page.getByLabel('Message', { exact: true }).waitFor()
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText(text).waitFor()
}

/** A representative at work, who takes the next chat. */
async function representative(name: 'jamila' | 'kacper') {
  const open = await openAs(browser, name, { to: '/workspace' })
  await open.page.getByRole('button', { name: AT_WORK }).waitFor()
  return {
    ...open,
    take: async () => {
      await open.page.getByRole('article', { name: /^Offer: / }).waitFor()
      await open.page.keyboard.press('Alt+a')
      await open.page.getByLabel('Message', { exact: true }).waitFor()
    },
  }
}

test('customer and representative: survey, words both ways, next page, reload, end', async () => {
  const jamila = await representative('jamila')
  const { page: customer, complaints } = await visit('/chat/demo')
  await customer.getByRole('button', { name: 'Start chat' }).click()
  await customer.getByText('Please answer this question.').waitFor()
  await answerSurvey(customer, 'television')
  await say(customer, 'My screen is black')
  await jamila.take()
  await jamila.page.getByRole('log').getByText('My screen is black').waitFor()
  await say(jamila.page, 'Is its light on?')
  await customer.getByRole('log').getByText('Is its light on?').waitFor()
  await customer.getByRole('log').getByText('Jamila Warsame', { exact: true }).first().waitFor()

  await customer.getByLabel('Message', { exact: true }).fill('It is')
  await customer.getByRole('link', { name: 'Help' }).click()
  await customer.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
  await customer.getByRole('log').getByText('Is its light on?').waitFor()
  expect(await customer.getByLabel('Message', { exact: true }).inputValue()).toBe('It is')
  await customer.getByRole('dialog').getByRole('button', { name: 'Minimise' }).click()
  await say(jamila.page, 'Then take the other cable')
  await customer.getByRole('button', { name: 'Open chat, 1 unread' }).waitFor()
  await customer.reload()
  await customer.getByRole('button', { name: 'Open chat, 1 unread' }).click()
  await customer.getByRole('log').getByText('Then take the other cable').waitFor()

  await jamila.page.getByRole('button', { name: 'End', exact: true }).click()
  await customer.getByText('The chat has ended.').waitFor()
  await customer.getByRole('button', { name: 'Start a new chat' }).click()
  await customer.getByLabel('What is it about?').waitFor()
  expect(complaints).toEqual([])
})

test('the customer ends the chat, after being asked, and the page knows nothing of it any more', async () => {
  const { page } = await visit('/chat/demo')
  await answerSurvey(page, 'delivery')
  await page.getByRole('button', { name: 'End chat' }).click()
  await page.getByRole('button', { name: 'Keep chatting' }).click()
  await page.getByRole('button', { name: 'End chat' }).click()
  await page.getByRole('group', { name: 'End this chat?' }).getByRole('button', { name: 'End chat' }).click()
  await page.getByText('The chat has ended.').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Open chat', exact: true }).click()
  await page.getByLabel('What is it about?').waitFor()
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('hostile words, answers and names of files are shown as they are, on both sides', async () => {
  const kacper = await representative('kacper')
  const { page } = await visit('/chat/demo')
  await page.getByLabel('Tell us more').fill(HOSTILE)
  await answerSurvey(page, 'delivery')
  await say(page, HOSTILE)
  await kacper.take()
  await kacper.page.getByRole('log').getByText(HOSTILE).waitFor()
  await say(kacper.page, `${HOSTILE} again`)
  const log = page.getByRole('log')
  await log.getByText(`${HOSTILE} again`).waitFor()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach a file' }).click(),
  ])
  // A picture would be shown to the representative as one.
  await chooser.setFiles({ name: '<b onclick=x>.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') })
  await log.getByRole('link', { name: 'Download <b onclick=x>.txt (3 B)' }).waitFor()
  expect(await log.locator('img, script, b').count()).toBe(0)
  expect(await kacper.page.getByRole('log').locator('img, script').count()).toBe(0)
  for (const title of [await page.title(), await kacper.page.title()]) expect(['1', '2']).not.toContain(title)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the widget has no serious flaw for people with disabilities, and works by keyboard, ${colorScheme}`, async () => {
    const { page } = await visit('/chat/demo', { colorScheme, viewport: NARROWEST })
    await page.getByRole('button', { name: 'Start chat' }).click()
    await page.getByText('Please answer this question.').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await answerSurvey(page, 'delivery')
    await say(page, 'See https://fjordline.example')
    expect(await flawsOf(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
    await page.keyboard.press('Escape')
    const button = page.getByRole('button', { name: 'Open chat' })
    await button.waitFor()
    await expect.poll(() => button.evaluate((element) => element.matches(':focus'))).toBe(true)
    expect(await flawsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    const message = page.getByLabel('Message', { exact: true })
    await expect.poll(() => message.evaluate((element) => element.matches(':focus'))).toBe(true)
  })
}

test('what could not be sent is kept, and arrives once when it is sent again', async () => {
  const { page, context } = await visit('/chat/demo')
  await answerSurvey(page, 'delivery')
  await context.setOffline(true)
  await page.getByLabel('Message', { exact: true }).fill('Hello out there')
  await page.keyboard.press('Enter')
  await page.getByText('Not sent.').waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('log').getByText('· Sent').waitFor()
  const api = await apiAs('admin')
  const texts: string[] = []
  for await (const { id } of api.workItems.each({ state: 'Open' })) {
    for await (const { from, text } of api.conversations.messages(id)) if (from === 'customer') texts.push(text)
  }
  expect(texts).toEqual(['Hello out there'])
})

test('a strict page of another site has the chat when it is allowed to, and none when it is not', async () => {
  const { page, complaints } = await visit(shop.widgetPage)
  await say(page, 'From another site')
  expect(complaints).toEqual([])
  const stranger = await openShop({ productUrl: inject('product').url, widget: 'shop' })
  try {
    const { page: other } = await openPage(browser)
    const refused = other.waitForEvent('requestfailed')
    await other.goto(stranger.widgetPage)
    await refused
    expect(await other.getByRole('button').count()).toBe(0)
  } finally {
    await stranger.close()
  }
})

test('an administrator sets up a widget, copies its script tag and tries it on the preview page', async () => {
  const { page, context, complaints } = await openAs(browser, 'admin', { to: '/admin/live-chat' })
  await page.getByRole('link', { name: 'New chat widget' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'New chat widget' }).waitFor()
  await page.getByLabel('Name', { exact: false }).first().fill('Support pages')
  await page.getByRole('combobox', { name: 'Workstream' }).click()
  await page.getByRole('option', { name: /Website chat/ }).click()
  await page.getByRole('tab', { name: 'Survey' }).click()
  await page.getByRole('button', { name: 'Add a question' }).click()
  const question = page.getByRole('group', { name: 'Question 1' })
  await question.getByRole('textbox', { name: 'Name' }).fill('Order No')
  await question.getByRole('textbox', { name: 'Question' }).fill('Which order is it?')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Not saved: 1 value to correct').waitFor()
  await question.getByRole('textbox', { name: 'Name' }).fill('OrderNo')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Support pages' }).waitFor()
  await page.getByRole('tab', { name: 'Script tag' }).click()
  const tag = await page.getByRole('textbox', { name: 'Script tag' }).inputValue()
  expect(tag).toContain('/chat/widget.js" data-widget="support-pages"')
  const [preview] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open the preview page' }).click(),
  ])
  await preview.getByRole('button', { name: 'Open chat' }).click()
  await preview.getByLabel('Which order is it?').waitFor()
  expect(complaints).toEqual([])
})

test('the widget is one small file, for pages of any site', async () => {
  const reply = await fetch(`${inject('product').url}/chat/widget.js`, { headers: { 'accept-encoding': 'br' } })
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-encoding': 'br',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  })
  expect(Number(reply.headers.get('content-length'))).toBeLessThan(20_000)
})

test('Bot Framework Web Chat, as published, talks with a representative', async () => {
  const { url } = inject('product')
  const reply = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: 'dl_priya', name: 'Priya' } }),
  })
  const { token } = await reply.json()
  const kacper = await representative('kacper')
  const { page, complaints } = await openPage(browser)
  await page.goto(shop.webChatPage)
  await page.evaluate(
    `const directLine = WebChat.createDirectLine({ domain: '${url}/v3/directline', token: '${token}' });
     WebChat.renderWebChat({ directLine, userID: 'dl_priya', username: 'Priya' }, document.getElementById('chat'))`,
  )
  // Web Chat takes no words before it is connected, and what it has heard tells that it is.
  await kacper.take()
  await say(kacper.page, 'Hello to Web Chat')
  await page.getByText('Hello to Web Chat', { exact: true }).first().waitFor()
  await page.getByPlaceholder('Type your message').fill('Hello from Web Chat')
  await page.keyboard.press('Enter')
  await kacper.page.getByRole('log').getByText('Hello from Web Chat').waitFor()
  expect(complaints).toEqual([])
})
