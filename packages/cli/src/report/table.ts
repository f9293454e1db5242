import { html, type Markup } from './html.ts'

export interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row is its heading; the others are figures. */
  readonly rows: readonly (readonly string[])[]
}

/** Rows beyond this many are counted only: a page must still open. */
const ROWS_MAX = 1_000

export function table({ caption, columns, rows }: Table): Markup {
  const leftOut = rows.length - ROWS_MAX
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows
    .slice(0, ROWS_MAX)
    .map(
      ([heading = '', ...cells]) =>
        html`<tr><th scope="row">${heading}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
    )}</tbody></table></div>${leftOut > 0 ? html`<p class="note">And ${leftOut} more rows.</p>` : ''}`
}

/** The figures behind a chart, folded away until somebody asks. */
export function foldedTable(figures: Table): Markup {
  return html`<details><summary>${figures.caption}, as a table</summary>${table(figures)}</details>`
}
