import { edgesOf, periodUntil } from '../../analytics/periods.ts'
import { readPresent } from '../figures/read-present.ts'
import type { Handler } from '../handler.ts'
import { workReach } from '../reach.ts'
import { isoInstant } from '../views/instants.ts'

export const getTodaysFlow: Handler<'getTodaysFlow'> = async ({ caller }, services) => {
  const { catalogs, figures, now } = services
  const { timeZone } = catalogs().organization
  const period = periodUntil(now(), 'today', timeZone)
  const edges = edgesOf(period, timeZone, 'hour')
  const [rows, present] = await Promise.all([
    figures.read({ ...period, by: 'time', edges, reach: workReach(caller, services) }),
    readPresent({ caller, queues: [] }, services),
  ])
  const byHour = Map.groupBy(rows, ({ edge }) => edge)
  const hours = edges.map((from, edge) => {
    const sums = (byHour.get(edge) ?? []).map((row) => row.sums)
    const total = (measure: 'created' | 'closed') => sums.reduce((sum, { [measure]: more = 0 }) => sum + more, 0)
    return { from: isoInstant(from), arrived: total('created'), closed: total('closed') }
  })
  const { waiting = 0, active = 0, offered = 0 } = present?.ofAll.figures ?? {}
  return { body: { hours, waiting, active: active + offered } }
}
