import type { AnyRouter } from '@tanstack/react-router'

/** After each change of page, moves the focus to its title, so that keyboard and screen reader start there; unless the
 * page begins with something open over it, which has the focus already. */
export function focusTitleOnNavigation(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged || document.querySelector('[role="dialog"]') !== null) return
    document.querySelector<HTMLElement>('#page-title')?.focus({ preventScroll: true })
  })
}
