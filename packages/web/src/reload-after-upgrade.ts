const STORAGE_KEY = 'unified-routing.reloaded-at'
const PAUSE_MS = 30_000

/** A server that was upgraded no longer has the chunks of a page loaded before: loads the page again, as it is now.
 *
 * Limits: once in 30 s, so that a chunk that is missing for another reason does not reload for ever. */
export function reloadAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const before = Number(window.sessionStorage.getItem(STORAGE_KEY) ?? 0)
    if (Date.now() - before < PAUSE_MS) return
    event.preventDefault()
    window.sessionStorage.setItem(STORAGE_KEY, String(Date.now()))
    window.location.reload()
  })
}
