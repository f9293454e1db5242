import { edgesOf, floorTo, hourOfDay, MINUTE_MS, type Period } from '../../analytics/periods.ts'
import type { Caller } from '../../auth/caller.ts'
import type { FigureRow } from '../../store/figures.ts'
import type { Call, Handler } from '../handler.ts'
import { invalid } from '../parse.ts'
import { reachesRepresentative, workReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { isoInstant } from '../views/instants.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
const DAYS_MAX = 400
const DAYS_BY_HOUR_MAX = 100
const BUCKET_MS = 30 * MINUTE_MS

type Group = Call<'getReport'>['query']['by']

export const getReport: Handler<'getReport'> = async ({ query, caller }, services) => {
  const { catalogs, figures } = services

  const { timeZone } = catalogs().organization
  const period = readPeriod(query)
  const group = groups[query.by]
  const edges = group === 'time' ? edgesOf(period, timeZone, query.by === 'day' ? 'day' : 'hour') : []
  const representatives = peopleOf(query, caller, services)
  const rows = await figures.read({
    ...period,
    by: group,
    edges,
    queues: anyOf(query.queue),
    representatives,
    channels: anyOf(query.channel),
    // Whoever reaches somebody sees all of their doing.
    reach: representatives === undefined ? workReach(caller, services) : null,
  })
  const { valuesOf } = await figures.reader()
  const hourAt = hourOfDay(timeZone, period)
  const keyOf = ({ key, edge, channel }: FigureRow): string => {
    const begin = edges[edge ?? -1] ?? period.from
    if (query.by === 'channel') return channel
    if (query.by === 'hourOfDay') return String(hourAt(begin))
    return group === 'time' ? isoInstant(begin) : key
  }
  // Work that came to no queue, and what is nobody's doing, are in the total only.
  const items = [...Map.groupBy(rows, keyOf)]
    .filter(([key]) => key !== '')
    .map(([key, some]) => ({ key, figures: valuesOf(some) }))
    .sort((one, other) => one.key.localeCompare(other.key, 'en', { numeric: true }))
  return {
    body: { from: isoInstant(period.from), to: isoInstant(period.to), timeZone, items, total: valuesOf(rows) },
  }
}

const groups = {
  queue: 'queue',
  representative: 'representative',
  channel: 'channel',
  day: 'time',
  hour: 'time',
  hourOfDay: 'time',
} as const satisfies Readonly<Record<Group, FigureGroup>>

type FigureGroup = 'queue' | 'representative' | 'channel' | 'time'

function readPeriod({ from, to, by }: Call<'getReport'>['query']): Period {
  const period = { from: floorTo(Date.parse(from), BUCKET_MS), to: Date.parse(to) }
  const daysMax = by === 'hour' ? DAYS_BY_HOUR_MAX : DAYS_MAX
  if (period.to <= period.from) throw invalid([{ path: 'query.to', message: 'must be later than from' }])
  if (period.to - period.from > daysMax * DAY_MS)
    throw invalid([{ path: 'query.to', message: `must be at most ${daysMax} days after from; ask for less at a time` }])
  return period
}

/** The people whose figures are asked for and seen; undefined: anybody's, those of nobody included. */
function peopleOf(
  { representative: named, by }: Call<'getReport'>['query'],
  caller: Caller,
  services: Services,
): readonly string[] | undefined {
  const isSeen = (name: string) => reachesRepresentative(name, { caller, right: 'seeAllWork' }, services)
  if (named.length > 0) return named.filter(isSeen)
  if (by !== 'representative' || services.scopes.of(caller).units('seeAllWork') === null) return undefined
  return [...services.catalogs().representatives.keys()].filter(isSeen)
}

function anyOf(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values
}
