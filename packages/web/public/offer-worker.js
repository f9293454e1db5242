/* Shows offers on the desktop with buttons, and passes the answer to one page of the application. It stores and fetches
 * nothing. */

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event
  notification.close()
  event.waitUntil(answer(notification.data?.workItem, action))
})

/** To reject, nobody needs to look; everything else brings the workspace to the front. */
async function answer(workItem, action) {
  const page = await pageOfApplication()
  if (page === null) {
    if (action !== 'reject') await self.clients.openWindow('/workspace').catch(() => null)
    return
  }
  if (action !== 'reject') await page.focus().catch(() => null)
  if (action !== '') page.postMessage({ type: 'answerOffer', workItem, answer: action })
}

/** The page that is looked at, else one of the workspace, else any; not those of the chat widget. */
async function pageOfApplication() {
  const pages = await self.clients.matchAll({ type: 'window' })
  const own = pages.filter(({ url }) => !new URL(url).pathname.startsWith('/chat/'))
  const atWork = own.filter(({ url }) => new URL(url).pathname.startsWith('/workspace'))
  return own.find(({ focused }) => focused) ?? atWork[0] ?? own[0] ?? null
}
