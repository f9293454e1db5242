import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { undoAtEnd } from './ending.ts'

const CHROMIUM = '/usr/bin/chromium'
const PAGES = join(import.meta.dirname, '..', '..', 'packages', 'web', 'dist', 'index.html')
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking']

export interface BenchBrowser {
  readonly newPage: Browser['newPage']
  stop(): Promise<void>
}

/** A browser on the pages of this clone. Errors: what is missing, and how to get it. */
export async function startBrowser(): Promise<BenchBrowser> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no ${CHROMIUM} (Debian: apt-get install chromium).`)
  if (!existsSync(PAGES)) throw new Error('The pages are not built yet: npm start builds them, once.')
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  return { newPage: (options) => browser.newPage(options), stop: undoAtEnd(() => browser.close()) }
}
