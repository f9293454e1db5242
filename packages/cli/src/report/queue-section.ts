import { percentile } from '@unified-routing/routing/sim'
import { type Axis, clockAxis, clockText, countAxis, durationAxis, durationText, shareAxis } from './axis.ts'
import { html, type Markup } from './html.ts'
import { type Line, lineChart } from './line-chart.ts'
import type { QueueReport } from './queue-record.ts'
import type { RunReport } from './run-record.ts'
import { spanStart, type Timeline } from './step-series.ts'
import { foldedTable, table } from './table.ts'

/** Queues with charts of their own; the table has all of them. */
const QUEUES_DRAWN_MAX = 24
const POINTS_OF_WAITS = 100

/** Waits, service levels and lengths of every queue that work reached. */
export function queueSection({ queues, timeline, thresholdMs }: RunReport, id: string): Markup {
  if (queues.length === 0) return html`<h2>Queues</h2><p>No work reached a queue.</p>`
  const sorted = queues.toSorted((one, other) => other.entered - one.entered)
  const drawn = sorted.slice(0, QUEUES_DRAWN_MAX)
  const hidden = queues.length - drawn.length
  const within = `Within ${durationText(thresholdMs)}`
  return html`<h2>Queues</h2>
${table({
  caption: 'Waits by queue',
  columns: ['Queue', 'Entered', 'Assigned', 'Mean wait', 'Median', '95 %', 'Longest', within],
  rows: sorted.map(waitsRow),
})}
<p class="note">Waits are of assigned work, from entering the queue until somebody has it. The service level is the share of all that entered.</p>
${table({
  caption: 'What became of it',
  columns: ['Queue', 'Moved to another queue', 'Ended unassigned', 'Waiting at the end', 'Mean length', 'Most at once'],
  rows: sorted.map(lengthsRow),
})}
${drawn.map((queue, index) => chartsOf(queue, { timeline, thresholdMs, id: `${id}-queue-${index}` }))}
${hidden > 0 ? html`<p class="note">Charts are of the ${QUEUES_DRAWN_MAX} queues with the most work; ${hidden} more are in the table.</p>` : ''}`
}

function waitsRow({ name, entered, assigned, waits, serviceLevel }: QueueReport): string[] {
  const figures =
    waits === null ? ['–', '–', '–', '–'] : [waits.mean, waits.p50, waits.p95, waits.max].map(durationText)
  return [name, countText(entered), countText(assigned), ...figures, shareText(serviceLevel)]
}

function lengthsRow({ name, moved, lost, waiting, length }: QueueReport): string[] {
  return [name, ...[moved, lost, waiting].map(countText), length.mean.toFixed(1), countText(length.peak)]
}

interface ChartContext {
  readonly timeline: Timeline
  readonly thresholdMs: number
  readonly id: string
}

function chartsOf(queue: QueueReport, { timeline, thresholdMs, id }: ChartContext): Markup {
  const { name, length, waits, serviceLevel, entered } = queue
  const lengths = timePoints(length.peaks, timeline)
  const reached = reachedBy(queue)
  const longest = Math.max(waits?.max ?? 0, thresholdMs * 2)
  const within: Axis = durationAxis('Wait', longest)
  return html`<h3>${name}</h3><div class="pair"><figure>
<figcaption>Waiting over time</figcaption>
${lineChart({
  id: `${id}-length`,
  title: `Items waiting in ${name} over time`,
  description: `At most ${length.peak} at once, ${length.mean.toFixed(1)} on average.`,
  x: clockAxis(timeline),
  y: countAxis('Items waiting', length.peak),
  lines: [{ name: 'Waiting', points: lengths }],
})}
${foldedTable({
  caption: `Most items waiting in ${name}`,
  columns: ['From (UTC)', 'Most waiting'],
  rows: lengths.slice(0, -1).map(([at, value]) => [clockText(at), countText(value)]),
})}
</figure><figure>
<figcaption>Assigned within a wait</figcaption>
${lineChart({
  id: `${id}-waits`,
  title: `Share of the work of ${name} that was assigned within a wait`,
  description: `${shareText(serviceLevel)} of ${entered} within ${durationText(thresholdMs)}.`,
  x: within,
  y: shareAxis('Share of all that entered'),
  lines: [{ name: 'Assigned', points: [...reached, [longest, reached.at(-1)?.[1] ?? 0]] }],
  mark: { at: thresholdMs, label: `${durationText(thresholdMs)}: ${shareText(serviceLevel)}` },
})}
${foldedTable({
  caption: `Waits in ${name}`,
  columns: ['Assigned within', 'Share of all that entered'],
  rows: reached.filter((_, index) => index % 10 === 0).map(([wait, share]) => [durationText(wait), shareText(share)]),
})}
</figure></div>`
}

/** The share of all that entered that was assigned within each wait, at even steps of the share. */
function reachedBy({ sortedWaits, entered }: QueueReport): Line['points'] {
  if (entered === 0) return [[0, 0]]
  const steps = Math.min(POINTS_OF_WAITS, sortedWaits.length)
  const points = Array.from({ length: steps }, (_, index): readonly [number, number] => {
    const share = (index + 1) / steps
    return [percentile(sortedWaits, share), (share * sortedWaits.length) / entered]
  })
  return [[0, 0], ...points]
}

/** Values by span as points of a line that goes on to the end of the run. */
export function timePoints(values: readonly number[], timeline: Timeline): Line['points'] {
  const points = values.map((value, span): readonly [number, number] => [spanStart(timeline, span), value])
  return [...points, [timeline.end, values.at(-1) ?? 0]]
}

export function countText(count: number): string {
  return count.toLocaleString('en')
}

export function shareText(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`
}
