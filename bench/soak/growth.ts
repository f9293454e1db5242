/** What the server holds at a moment. Memory in bytes. */
export interface Sample {
  readonly heap: number
  readonly rss: number
  readonly timers: number
  readonly handles: number
  readonly connections: number
  /** Grows with the work that is done, so it is shown and not judged. */
  readonly database: number
}

export interface TimedSample extends Sample {
  readonly atMs: number
  /** Requests that were answered until then. */
  readonly requests: number
}

type Judged = Exclude<keyof Sample, 'database'>

const MEGABYTE = 1_000_000
/** What may come on top over the time that is judged: a share of what it was, and never less than so much. */
const allowed: Readonly<Record<Judged, { readonly share: number; readonly least: number }>> = {
  heap: { share: 0.1, least: 8 * MEGABYTE },
  rss: { share: 0.15, least: 40 * MEGABYTE },
  timers: { share: 0, least: 4 },
  handles: { share: 0, least: 4 },
  connections: { share: 0, least: 2 },
}

export interface Growth {
  readonly figure: Judged
  readonly from: number
  readonly growth: number
  readonly allowed: number
  readonly isTooMuch: boolean
}

/** How each figure grew over the time of the samples, by the straight line that fits them best. */
export function growthOf(samples: readonly TimedSample[]): readonly Growth[] {
  const figures: readonly Judged[] = ['heap', 'rss', 'timers', 'handles', 'connections']
  return figures.map((figure) => {
    const line = straightLine(samples.map((sample) => ({ x: sample.atMs, y: sample[figure] })))
    const { share, least } = allowed[figure]
    const limit = Math.max(least, line.from * share)
    return { figure, from: line.from, growth: line.growth, allowed: limit, isTooMuch: line.growth > limit }
  })
}

/** The least squares through points: where it begins, and how much higher it ends. */
function straightLine(points: readonly { readonly x: number; readonly y: number }[]): { from: number; growth: number } {
  const first = points[0]?.x ?? 0
  const last = points.at(-1)?.x ?? 0
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [meanOf(points.map((point) => point.x)), meanOf(points.map((point) => point.y))]
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  const together = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  const slope = spread === 0 ? 0 : together / spread
  return { from: y + slope * (first - x), growth: slope * (last - first) }
}
