import { durationText } from './axis.ts'
import { barChart } from './bar-chart.ts'
import { html, type Markup } from './html.ts'
import { countText, shareText } from './queue-section.ts'
import type { RunReport } from './run-record.ts'
import { table } from './table.ts'

/** People with a bar of their own; the table has all of them. */
const BARS_MAX = 60

/** How much of their time people were at work, and how evenly that was spread. */
export function peopleSection({ people, fairness }: RunReport, id: string): Markup {
  if (people.length === 0) return html`<h2>Representatives</h2><p>Nobody signed in.</p>`
  const busiest = people.toSorted((one, other) => (other.occupancy ?? 0) - (one.occupancy ?? 0))
  const drawn = busiest.slice(0, BARS_MAX)
  const bars = drawn.map(({ name, occupancy }) => ({ name, share: occupancy ?? 0, label: shareText(occupancy) }))
  const gini = fairness === null ? '–' : fairness.toFixed(3)
  return html`<h2>Representatives</h2>
<p>Unevenness of occupancy (Gini): <strong>${gini}</strong>. 0 is even, towards 1 one person does everything.</p>
<figure><figcaption>Occupancy${people.length > BARS_MAX ? ` of the ${BARS_MAX} busiest` : ''}</figcaption>
${barChart({
  id: `${id}-occupancy`,
  title: 'Occupancy by representative',
  description: `Share of the time signed in with at least one item in hand; busiest ${bars[0]?.name ?? ''} with ${bars[0]?.label ?? ''}.`,
  bars,
})}</figure>
${table({
  caption: 'Occupancy by representative',
  columns: ['Representative', 'Occupancy', 'Signed in', 'At work', 'Items taken'],
  rows: busiest.map(({ name, occupancy, signedInMs, busyMs, handled }) => [
    name,
    shareText(occupancy),
    durationText(signedInMs),
    durationText(busyMs),
    countText(handled),
  ]),
})}
<p class="note">Occupancy is the share of the time signed in with at least one item in hand, wrap-up left out.</p>`
}
