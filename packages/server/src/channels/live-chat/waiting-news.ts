import { waitingTexts } from '@unified-routing/contract'
import type { Router, WorkItem } from '@unified-routing/routing'
import type { Widget } from './widgets.ts'

const MINUTE_MS = 60_000
const MINUTES_AN_HOUR = 60

/** What a waiting customer may be told, and in which words. */
export interface WaitingWords {
  readonly showsPosition: boolean
  readonly showsAverageWait: boolean
  readonly texts: Readonly<Record<string, string>>
}

/** Nobody waits for long in a chat that is never over. */
export function waitingWordsOf(widget: Widget | null): WaitingWords {
  if (widget === null || widget.value.isPersistent) return { showsPosition: false, showsAverageWait: false, texts: {} }
  const { showsPosition, showsAverageWait, texts } = widget.value
  return { showsPosition, showsAverageWait, texts }
}

/** Where a waiting customer stands; null: there is nothing to tell, because nobody else waits or they do not wait. */
export function positionText(item: WorkItem, router: Router, words: WaitingWords): string | null {
  if (!words.showsPosition || item.queue === null || router.waitingCount(item.queue) < 2) return null
  const position = router.position(item.id)
  if (position === null) return null
  return position === 1 ? say('nextInLine', words) : say('positionInQueue', words, { n: position - 1 })
}

/** How long customers wait in the queue; null: too little is known, or it is no more than a minute. */
export function averageWaitText(item: WorkItem, router: Router, words: WaitingWords): string | null {
  if (!words.showsAverageWait || item.queue === null || router.position(item.id) === null) return null
  const waitMs = router.predictedWaitMs(item.queue)
  if (waitMs === null || waitMs <= MINUTE_MS) return null
  const minutes = Math.round(waitMs / MINUTE_MS)
  if (minutes < MINUTES_AN_HOUR) return say('averageWait', words, { n: minutes })
  const [hours, n] = [Math.floor(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR]
  return n === 0 ? say('averageWaitHours', words, { hours }) : say('averageWaitHoursAndMinutes', words, { hours, n })
}

function say(
  key: keyof typeof waitingTexts,
  { texts }: WaitingWords,
  values: Readonly<Record<string, number>> = {},
): string {
  const text = texts[key] ?? waitingTexts[key]
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
