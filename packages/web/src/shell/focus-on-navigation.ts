import type { AnyRouter } from '@tanstack/react-router'

/** After each change of page, moves the focus to its title, so that keyboard and screen reader start there. */
export function focusTitleOnNavigation(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged) return
    document.querySelector<HTMLElement>('#page-title')?.focus({ preventScroll: true })
  })
}
