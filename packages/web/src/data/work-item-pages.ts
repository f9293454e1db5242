import type { InfiniteData } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'

export interface WorkItemPage {
  readonly items: readonly WorkItemView[]
  readonly nextCursor: string | null
}
export type WorkItemPages = InfiniteData<WorkItemPage, unknown>

/** Puts the newest state of an item where the list shows it already, and leaves every other line as it is. */
export function replaceItem(data: WorkItemPages, item: WorkItemView): WorkItemPages {
  const pages = data.pages.map((page) => {
    const known = page.items.find((one) => one.id === item.id)
    if (!known || known.version >= item.version) return page
    return { ...page, items: page.items.map((one) => (one === known ? item : one)) }
  })
  return { ...data, pages }
}

export function removeItem(data: WorkItemPages, id: string): WorkItemPages {
  const pages = data.pages.map((page) =>
    page.items.some((one) => one.id === id) ? { ...page, items: page.items.filter((one) => one.id !== id) } : page,
  )
  return { ...data, pages }
}

/** Adds an item at the end where new ones belong. The far end of a list that is not wholly read is left to paging. */
export function addItem(data: WorkItemPages, item: WorkItemView, end: 'first' | 'last'): WorkItemPages {
  const at = end === 'first' ? 0 : data.pages.length - 1
  const page = data.pages[at]
  if (!page || (end === 'last' && page.nextCursor !== null)) return data
  const items = end === 'first' ? [item, ...page.items] : [...page.items, item]
  return { ...data, pages: data.pages.with(at, { ...page, items }) }
}

export function hasItem(data: WorkItemPages, id: string): boolean {
  return data.pages.some((page) => page.items.some((one) => one.id === id))
}
