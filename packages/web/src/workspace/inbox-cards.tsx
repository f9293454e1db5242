import { useArrowNavigationGroup } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { WorkItemView } from '@unified-routing/contract'
import { useEffect, useRef } from 'react'
import { Space } from '../ui/space.tsx'
import styles from './inbox.module.css'
import { InboxCard } from './inbox-card.tsx'
import { type InboxViewName, inboxTitles } from './inbox-views.ts'

const CARD_HEIGHT_PX = 104
const CARDS_BEYOND_SIGHT = 8
/** The next page is read when so many cards are left below what is in sight. */
const CARDS_BEFORE_END = 20

export interface InboxCardsProps {
  readonly view: InboxViewName
  readonly items: readonly WorkItemView[]
  /** The reader comes near the end of the list. */
  readonly onEnd: () => void
}

/** The cards of a view. However many there are, only those in sight are drawn; arrows walk them all. */
export function InboxCards({ view, items, onEnd }: InboxCardsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true })
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    getItemKey: (index) => items[index]?.id ?? index,
    estimateSize: () => CARD_HEIGHT_PX,
    overscan: CARDS_BEYOND_SIGHT,
  })
  const drawn = virtualizer.getVirtualItems()
  useNearEnd(drawn.at(-1)?.index ?? 0, items.length, onEnd)
  return (
    <div ref={frame} className={styles.list} data-scroll-restoration-id={inboxTitles[view]}>
      <Space heightPx={drawn[0]?.start ?? 0} className={styles.space} />
      <ul className={styles.cards} aria-label={inboxTitles[view]} {...arrows}>
        {drawn.map(({ index, key }) => {
          const item = items[index]
          return item === undefined ? null : (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.place}
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              <InboxCard item={item} view={view} />
            </li>
          )
        })}
      </ul>
      <Space heightPx={virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)} className={styles.space} />
    </div>
  )
}

function useNearEnd(lastDrawn: number, length: number, onEnd: () => void): void {
  const isNear = length > 0 && lastDrawn >= length - CARDS_BEFORE_END
  // The length belongs to it: after a page was read, the end may still be near.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isNear) onEnd()
  }, [isNear, length])
}
