import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { type Client, createClient } from '../../packages/client/src/main.ts'

const CHROMIUM = process.env.UR_CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PATIENCE_MS = 15_000

const openContexts = new Set<BrowserContext>()

/** Takes work. Wrap-up of an earlier chat, or a refund of today, may still hold a part of somebody's capacity. */
export const AT_WORK = /^Presence: (Available|Busy)\b/

/** The administrator, or a representative of the demo organization by name. */
export type PersonName =
  | 'admin'
  | 'anna'
  | 'bjorn'
  | 'celia'
  | 'daniel'
  | 'farid'
  | 'jamila'
  | 'jonas'
  | 'kacper'
  | 'lena'

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/** A page of a browser of its own. What the page complains about is kept, for tests to look at. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const { url } = inject('product')
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, ...options })
  openContexts.add(context)
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // The browser itself reports every 4xx; whether one is expected is for each test to say.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  return { context, page, complaints }
}

export interface OpenPage {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: readonly string[]
}

/** A page whose person has signed in through the form and is where they wanted to go. */
export async function openAs(
  browser: Browser,
  person: PersonName,
  { to = '/', ...options }: BrowserContextOptions & { readonly to?: string } = {},
): Promise<OpenPage> {
  const open = await openPage(browser, options)
  await open.page.goto(to)
  await signIn(open.page, person)
  return open
}

export async function signIn(page: Page, person: PersonName): Promise<void> {
  await page.getByLabel('E-mail').fill(emailOf(person))
  await page.getByLabel('Password').fill(inject('product').password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Account of/ }).waitFor()
}

/** Closes every page and all open work and sends everybody home, so that the next test finds a quiet desk. */
export async function leaveAll(): Promise<void> {
  await Promise.all([...openContexts].map((context) => context.close()))
  openContexts.clear()
  const api = await apiAs('admin')
  for (const state of ['Open', 'Active', 'Waiting', 'Wrap-up'] as const) {
    for await (const item of api.workItems.each({ state })) await api.workItems.forceClose(item.id)
  }
  const { items } = await api.representatives.list()
  for (const { name, signedIn } of items) if (signedIn) await api.representatives.signOut(name)
}

/** The API as somebody: for what happens outside the browser, such as a customer who writes. */
export async function apiAs(person: PersonName): Promise<Client> {
  const { url, password } = inject('product')
  const client = createClient({ baseUrl: url })
  await client.session.signIn({ email: emailOf(person), password })
  return client
}

function emailOf(person: PersonName): string {
  return person === 'admin' ? inject('product').email : `${person}@fjordline.example`
}
