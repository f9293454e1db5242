import type { Axis } from './axis.ts'
import { html, type Markup } from './html.ts'

export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

export interface LineChart {
  /** Unique in the page: the chart's name for assistive technology hangs on it. */
  readonly id: string
  readonly title: string
  /** What a reader of the chart sees, in a sentence. */
  readonly description: string
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly Line[]
  /** A vertical mark with its label, such as a threshold. */
  readonly mark?: { readonly at: number; readonly label: string }
  /** Drawn as columns, each from its x to the next. */
  readonly isColumns?: boolean
}

const WIDTH = 560
const HEIGHT = 230
const LEFT = 58
const RIGHT = 14
const TOP = 14
const BOTTOM = 44
const plotWidth = WIDTH - LEFT - RIGHT
const plotHeight = HEIGHT - TOP - BOTTOM

/** A chart with axes, as SVG that takes its colours from the page. */
export function lineChart(chart: LineChart): Markup {
  const { id, title, description, x, y, lines, mark } = chart
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${gridOf(y)}${clockOf(x)}
${mark === undefined ? '' : markOf(x, mark)}
${lines.map((line, index) => lineOf(chart, line, index))}
<line class="axis" x1="${LEFT}" y1="${TOP + plotHeight}" x2="${WIDTH - RIGHT}" y2="${TOP + plotHeight}"/>
<text class="label" x="${LEFT + plotWidth / 2}" y="${HEIGHT - 6}" text-anchor="middle">${x.title}</text>
<text class="label" transform="translate(13 ${TOP + plotHeight / 2}) rotate(-90)" text-anchor="middle">${y.title}</text>
</svg>`
}

function gridOf(y: Axis): readonly Markup[] {
  return y.ticks.map(({ at, label }) => {
    const height = rounded(placeY(y, at))
    return html`<line class="grid" x1="${LEFT}" y1="${height}" x2="${WIDTH - RIGHT}" y2="${height}"/>
<text class="tick" x="${LEFT - 6}" y="${height + 4}" text-anchor="end">${label}</text>`
  })
}

function clockOf(x: Axis): readonly Markup[] {
  const foot = TOP + plotHeight
  return x.ticks.map(({ at, label }) => {
    const place = rounded(placeX(x, at))
    return html`<line class="axis" x1="${place}" y1="${foot}" x2="${place}" y2="${foot + 4}"/>
<text class="tick" x="${place}" y="${foot + 17}" text-anchor="${place > WIDTH - 40 ? 'end' : 'middle'}">${label}</text>`
  })
}

function markOf(x: Axis, { at, label }: { readonly at: number; readonly label: string }): Markup {
  if (at > x.to) return html``
  const place = rounded(placeX(x, at))
  const isRight = place > LEFT + plotWidth * 0.7
  return html`<line class="mark" x1="${place}" y1="${TOP}" x2="${place}" y2="${TOP + plotHeight}"/>
<text class="tick" x="${place + (isRight ? -5 : 5)}" y="${TOP + plotHeight - 7}" text-anchor="${isRight ? 'end' : 'start'}">${label}</text>`
}

function lineOf({ x, y, isColumns }: LineChart, { points }: Line, index: number): Markup {
  const [first] = points
  if (first === undefined) return html``
  let path = `M${rounded(placeX(x, first[0]))} ${rounded(placeY(y, first[1]))}`
  for (const [at, value] of points.slice(1)) path += `H${rounded(placeX(x, at))}V${rounded(placeY(y, value))}`
  const foot = TOP + plotHeight
  const last = rounded(placeX(x, points.at(-1)?.[0] ?? first[0]))
  const area = isColumns === true ? `${path}V${foot}H${rounded(placeX(x, first[0]))}Z` : `${path}H${last}`
  return html`<path class="line line-${index % 4}${isColumns === true ? ' columns' : ''}" d="${area}"/>`
}

function placeX({ from, to }: Axis, at: number): number {
  return LEFT + ((at - from) / (to - from)) * plotWidth
}

function placeY({ from, to }: Axis, at: number): number {
  return TOP + plotHeight - ((at - from) / (to - from)) * plotHeight
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
