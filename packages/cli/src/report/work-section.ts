import { clockAxis, clockText, countAxis, durationText } from './axis.ts'
import { html, type Markup } from './html.ts'
import { lineChart } from './line-chart.ts'
import { countText, timePoints } from './queue-section.ts'
import type { RunReport } from './run-record.ts'
import { spanStart } from './step-series.ts'
import { foldedTable, table } from './table.ts'

/** What came in over time, and in which states it was. */
export function workSection(report: RunReport, id: string): Markup {
  const { timeline, arrivals, states, closed } = report
  const total = arrivals.reduce((sum, count) => sum + count, 0)
  const most = (values: readonly number[]) => values.reduce((highest, value) => Math.max(highest, value), 0)
  const width = durationText(timeline.spanMs)
  const present = states.filter(({ peaks }) => most(peaks) > 0)
  return html`<h2>Work</h2><div class="pair"><figure>
<figcaption>Arrivals in each ${width}</figcaption>
${lineChart({
  id: `${id}-arrivals`,
  title: 'Arrivals over time',
  description: `${total} items in all, at most ${most(arrivals)} in ${width}.`,
  x: clockAxis(timeline),
  y: countAxis('Items', most(arrivals)),
  lines: [{ name: 'Arrivals', points: timePoints(arrivals, timeline) }],
  isColumns: true,
})}
${foldedTable({
  caption: `Arrivals in each ${width}`,
  columns: ['From (UTC)', 'Items'],
  rows: arrivals.map((count, span) => [clockText(spanStart(timeline, span)), countText(count)]),
})}
</figure><figure>
<figcaption>Items by state</figcaption>
${lineChart({
  id: `${id}-states`,
  title: 'Open items by state over time',
  description: states.map(({ state, peaks }) => `${state}: at most ${most(peaks)}`).join(', '),
  x: clockAxis(timeline),
  y: countAxis('Items', most(states.map(({ peaks }) => most(peaks)))),
  lines: states.map(({ state, peaks }) => ({ name: state, points: timePoints(peaks, timeline) })),
})}
<ul class="legend">${states.map(
    ({ state, peaks }, index) =>
      html`<li${most(peaks) === 0 ? html` class="absent"` : ''}><svg viewBox="0 0 28 10" aria-hidden="true"><path class="line line-${index % 4}" d="M0 5H28"/></svg>${state}${most(peaks) === 0 ? ' (none)' : ''}</li>`,
  )}</ul>
${foldedTable({
  caption: 'Most items in each state',
  columns: ['From (UTC)', ...present.map(({ state }) => state)],
  rows: arrivals.map((_, span) => [
    clockText(spanStart(timeline, span)),
    ...present.map(({ peaks }) => countText(peaks[span] ?? 0)),
  ]),
})}
</figure></div>
${table({
  caption: 'At the end of the run',
  columns: ['State', 'Items'],
  rows: [...states.map(({ state, last }) => [state, countText(last)]), ['Closed', countText(closed)]],
})}`
}
