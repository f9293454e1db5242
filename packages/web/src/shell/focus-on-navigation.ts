import type { AnyRouter } from '@tanstack/react-router'
import { MAIN_ID } from './main-id.ts'

/** After each change of page, moves the focus to its title, so that keyboard and screen reader start there; unless the
 * page begins with something open over it, which has the focus already, or the reader was faster and is at a field. */
export function focusTitleOnNavigation(router: AnyRouter): void {
  let before: Element | null = null
  router.subscribe('onBeforeNavigate', () => {
    before = document.activeElement
  })
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged || document.querySelector('[role="dialog"]') !== null) return
    if (hasMovedWithinPage(before)) return
    document.querySelector<HTMLElement>('#page-title')?.focus({ preventScroll: true })
  })
}

/** Whether the focus is somewhere in the page where it was not when the way there began. */
function hasMovedWithinPage(before: Element | null): boolean {
  const now = document.activeElement
  return now !== before && now !== null && now.id !== MAIN_ID && now.closest(`#${MAIN_ID}`) !== null
}
