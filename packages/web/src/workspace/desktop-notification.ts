/** Whether the browser shows notifications: never where pages are not served securely. */
export function desktopPermission(): NotificationPermission | 'missing' {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'missing'
}

export interface DesktopNotice {
  /** A second notice of the same tag takes the place of the first. */
  readonly tag: string
  readonly title: string
  readonly body: string
  readonly onClick: () => void
}

/** Shows a notification outside of the browser, if it may; answers how to take it away again. */
export function showDesktopNotice({ tag, title, body, onClick }: DesktopNotice): () => void {
  if (desktopPermission() !== 'granted') return () => undefined
  const notice = new Notification(title, { tag, body, requireInteraction: true })
  notice.onclick = () => {
    window.focus()
    notice.close()
    onClick()
  }
  return () => notice.close()
}
