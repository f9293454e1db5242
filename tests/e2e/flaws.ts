import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** 1280 pixels at 400 %. */
export const NARROWEST = { width: 320, height: 640 }

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Whether the page scrolls sideways. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}

/** Opens a page and tells its flaws. */
export async function visit(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('load')
  return flawsOf(page)
}

/** What axe finds serious or worse, as "rule: where".
 *
 * Left out: the hidden stops by which Fluent keeps the Tab key inside a group. They hold no content and pass the focus on. */
export async function flawsOf(page: Page): Promise<readonly string[]> {
  // Half-faded figures have half the contrast. What goes on for ever, such as a spinner, cannot be finished.
  await page.evaluate(() => {
    const hasEnd = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    return Promise.all(
      document
        .getAnimations()
        .filter(hasEnd)
        .map((animation) => animation.finish()),
    )
  })
  const result: unknown = await page.evaluate(
    `${await axe}; axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] })`,
  )
  return violationsOf(result)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

function violationsOf(result: unknown): readonly Violation[] {
  if (typeof result !== 'object' || result === null || !('violations' in result)) throw new Error('axe gave no result')
  const { violations } = result
  if (!Array.isArray(violations)) throw new Error('axe gave no violations')
  return violations
}
