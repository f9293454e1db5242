import { floorTo, HOUR_MS, MINUTE_MS, periodUntil } from '../../analytics/periods.ts'
import { readPresent } from '../figures/read-present.ts'
import type { Handler } from '../handler.ts'
import { workReach } from '../reach.ts'
import { isoInstant, isoInstantOrNull } from '../views/instants.ts'

const TREND_HOURS = 4
const QUARTER_MS = 15 * MINUTE_MS

/** By whose service level a queue of a type is measured at a glance. */
const channelOf = { messaging: 'liveChat', voice: 'voice', record: 'record' } as const

export const getQueueFigures: Handler<'getQueueFigures'> = async ({ query, caller }, services) => {
  const { catalogs, figures, now } = services
  const at = now()
  const known = catalogs()
  const period = periodUntil(at, query.period, known.organization.timeZone)
  const queues = query.queue.length === 0 ? undefined : query.queue
  const trendFrom = floorTo(at - TREND_HOURS * HOUR_MS, QUARTER_MS) + QUARTER_MS
  const reach = workReach(caller, services)
  const [rows, trends, present] = await Promise.all([
    figures.read({ ...period, by: 'queue', queues, reach }),
    figures.readTrends({ from: trendFrom, to: at + 1, queues, reach }),
    readPresent({ caller, queues: query.queue }, services),
  ])
  const ofQueue = Map.groupBy(rows, ({ key }) => key)
  const { valuesOf, limitOf } = await figures.reader()
  const items = [...known.queues.values()]
    .filter(({ name }) => queues === undefined || queues.includes(name))
    .map(({ name, type }) => {
      const now = present?.ofQueue.get(name)
      return {
        queue: name,
        type,
        figures: { ...now?.figures, ...valuesOf(ofQueue.get(name) ?? []) },
        longestWaitSince: isoInstantOrNull(now?.longestWaitSince ?? null),
        answerWithinSeconds: limitOf(channelOf[type]),
        trend: trendOf(trends.get(name), { from: trendFrom, to: at + 1 }),
      }
    })
  return {
    body: {
      at: isoInstant(at),
      from: isoInstant(period.from),
      to: isoInstant(period.to),
      trendFrom: isoInstant(trendFrom),
      items,
      total: {
        figures: { ...present?.ofAll.figures, ...valuesOf(rows) },
        longestWaitSince: isoInstantOrNull(present?.ofAll.longestWaitSince ?? null),
      },
    },
  }
}

function trendOf(counts: ReadonlyMap<number, number> | undefined, { from, to }: { from: number; to: number }) {
  const quarters = Math.ceil((to - from) / QUARTER_MS)
  return Array.from({ length: quarters }, (_, index) => counts?.get(from + index * QUARTER_MS) ?? 0)
}
