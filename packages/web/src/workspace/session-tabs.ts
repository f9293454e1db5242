/** The sessions that somebody has open beside each other, by the id of their work item, from left to right. */
export type SessionTabs = readonly string[]

export interface OpenRules {
  readonly limit: number
  /** Whether it is the viewer's own work: that keeps its tab whatever the limit. */
  readonly isOwn: (id: string) => boolean
}

/** Opens a session at the end. Beyond the limit, what was only looked at gives way, the oldest first. */
export function openTab(tabs: SessionTabs, id: string, { limit, isOwn }: OpenRules): SessionTabs {
  if (tabs.includes(id)) return tabs
  const opened = [...tabs, id]
  const surplus = Math.max(0, opened.length - limit)
  const leaving = new Set(tabs.filter((one) => !isOwn(one)).slice(0, surplus))
  return opened.filter((one) => !leaving.has(one))
}

export function closeTab(tabs: SessionTabs, id: string): SessionTabs {
  return tabs.filter((one) => one !== id)
}

/** Moves a session by so many places; the ends are the ends. */
export function moveTab(tabs: SessionTabs, id: string, by: number): SessionTabs {
  const from = tabs.indexOf(id)
  const to = Math.min(tabs.length - 1, Math.max(0, from + by))
  if (from < 0 || to === from) return tabs
  return tabs.toSpliced(from, 1).toSpliced(to, 0, id)
}

/** What to show once a session is closed: its right neighbour, else its left one, else none. */
export function neighbourOf(tabs: SessionTabs, id: string): string | null {
  const place = tabs.indexOf(id)
  return tabs[place + 1] ?? tabs[place - 1] ?? null
}
