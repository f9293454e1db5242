import { html, type Markup } from './html.ts'

export interface Bar {
  readonly name: string
  /** Between 0 and 1. */
  readonly share: number
  readonly label: string
}

export interface BarChart {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly bars: readonly Bar[]
}

const WIDTH = 1140
const LEFT = 210
const RIGHT = 70
const ROW = 26
const TOP = 8
const BOTTOM = 26
const NAME_LENGTH_MAX = 28

/** Horizontal bars from 0 to 100 %, one a row, each with its name and its figure. */
export function barChart({ id, title, description, bars }: BarChart): Markup {
  const foot = TOP + bars.length * ROW
  const plotWidth = WIDTH - LEFT - RIGHT
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const place = LEFT + share * plotWidth
    return html`<line class="grid" x1="${place}" y1="${TOP}" x2="${place}" y2="${foot}"/>
<text class="tick" x="${place}" y="${foot + 18}" text-anchor="middle">${share * 100} %</text>`
  })
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${foot + BOTTOM}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${ticks}${bars.map(({ name, share, label }, index) => {
  const top = TOP + index * ROW
  const width = Math.round(share * plotWidth * 10) / 10
  return html`<text class="name" x="${LEFT - 10}" y="${top + 17}" text-anchor="end">${shortened(name)}</text>
<rect class="bar" x="${LEFT}" y="${top + 4}" width="${width}" height="${ROW - 8}" rx="2"/>
<text class="tick" x="${LEFT + width + 8}" y="${top + 17}">${label}</text>`
})}
</svg>`
}

function shortened(name: string): string {
  const characters = [...name]
  return characters.length <= NAME_LENGTH_MAX ? name : `${characters.slice(0, NAME_LENGTH_MAX - 1).join('')}…`
}
