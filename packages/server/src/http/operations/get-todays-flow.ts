import { edgesOf, type Period, periodUntil } from '../../analytics/periods.ts'
import { readPresent } from '../figures/read-present.ts'
import type { Handler } from '../handler.ts'
import type { Services } from '../services.ts'
import { isoInstant } from '../views/instants.ts'

interface Hour {
  readonly from: string
  readonly arrived: number
  readonly closed: number
}

export const getTodaysFlow: Handler<'getTodaysFlow'> = async ({ caller }, services) => {
  const { catalogs, now } = services
  const { timeZone } = catalogs().organization
  const period = periodUntil(now(), 'today', timeZone)
  const edges = edgesOf(period, timeZone, 'hour')
  const units = services.scopes.of(caller).units('seeAllWork')
  const [hours, present] = await Promise.all([
    units === null ? flowOfAll(period, edges, services) : flowOf(units, { ...period, edges }, services),
    readPresent({ caller, queues: [] }, services),
  ])
  const { waiting = 0, active = 0, offered = 0 } = present?.ofAll.figures ?? {}
  return { body: { hours, waiting, active: active + offered } }
}

async function flowOfAll(period: Period, edges: readonly number[], { figures }: Services): Promise<Hour[]> {
  const rows = await figures.read({ ...period, by: 'time', edges })
  const byHour = Map.groupBy(rows, ({ edge }) => edge)
  return edges.map((from, edge) => {
    const sums = (byHour.get(edge) ?? []).map((row) => row.sums)
    const total = (measure: 'created' | 'closed') => sums.reduce((sum, { [measure]: more = 0 }) => sum + more, 0)
    return { from: isoInstant(from), arrived: total('created'), closed: total('closed') }
  })
}

/** Figures are not kept by business unit, so the work itself is counted. */
async function flowOf(
  units: readonly string[],
  { from, to, edges }: Period & { readonly edges: readonly number[] },
  { reads }: Services,
): Promise<Hour[]> {
  const counted = new Map((await reads.flow({ from, to, units })).map((hour) => [hour.from, hour]))
  return edges.map((edge) => {
    const { arrived = 0, closed = 0 } = counted.get(edge) ?? {}
    return { from: isoInstant(edge), arrived, closed }
  })
}
