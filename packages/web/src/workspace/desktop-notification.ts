/** Whether the browser shows notifications: never where pages are not served securely. */
export function desktopPermission(): NotificationPermission | 'missing' {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'missing'
}

export type OfferAnswer = 'accept' | 'reject'

export interface DesktopNotice {
  /** A second notice of the same tag takes the place of the first. */
  readonly tag: string
  readonly title: string
  readonly body: string
  readonly workItem: string
  /** The buttons; none for work that was assigned without asking. */
  readonly actions: readonly { readonly action: OfferAnswer; readonly title: string }[]
}

const WORKER = '/offer-worker.js'

/** Shows a notification outside of the browser, if it may; answers how to take it away again. */
export async function showDesktopNotice(notice: DesktopNotice): Promise<() => void> {
  if (desktopPermission() !== 'granted') return () => undefined
  const worker = await registerWorker()
  return worker === null ? showPlainNotice(notice) : showWithActions(worker, notice)
}

async function showWithActions(
  worker: ServiceWorkerRegistration,
  { tag, title, body, workItem, actions }: DesktopNotice,
): Promise<() => void> {
  const options = { tag, body, actions: [...actions], data: { workItem }, requireInteraction: true }
  await worker.showNotification(title, options)
  return () => {
    void worker.getNotifications({ tag }).then((shown) => {
      for (const one of shown) one.close()
    })
  }
}

/** Where the browser has no workers, or refuses this one: without buttons. */
function showPlainNotice({ tag, title, body }: DesktopNotice): () => void {
  const notice = new Notification(title, { tag, body, requireInteraction: true })
  notice.onclick = () => {
    window.focus()
    notice.close()
  }
  return () => notice.close()
}

async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  try {
    await navigator.serviceWorker.register(WORKER)
    return await navigator.serviceWorker.ready
  } catch {
    return null
  }
}

/** Hears the answers that were given on the desktop. The worker passes each to one page only. */
export function onDesktopAnswer(listener: (workItem: string, answer: OfferAnswer) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  const { serviceWorker } = navigator
  const handleMessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'answerOffer') return
    if (!('workItem' in data) || !('answer' in data) || typeof data.workItem !== 'string') return
    if (data.answer === 'accept' || data.answer === 'reject') listener(data.workItem, data.answer)
  }
  serviceWorker.addEventListener('message', handleMessage)
  return () => serviceWorker.removeEventListener('message', handleMessage)
}
