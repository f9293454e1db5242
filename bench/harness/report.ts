import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

export type Cell = string | number | null

/** Figures as they were measured, in rows of named columns. */
export interface Table {
  /** Unique within the bench; documents ask for it as `bench.name`. */
  readonly name: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A promise of the product beside what was measured. */
export interface Claim {
  readonly claim: string
  readonly target: string
  readonly measured: string
  readonly holds: boolean
}

export interface BenchResult {
  readonly tables: readonly Table[]
  readonly claims: readonly Claim[]
  readonly notes: readonly string[]
}

export interface Report {
  /** Asked for a short form: fewer rounds, less data. */
  readonly isQuick: boolean
  table(table: Table): void
  claim(claim: Claim): void
  /** Something a reader of the figures has to know: what was left out, and why. */
  note(text: string): void
  /** Writes the figures to the file that was asked for. */
  finish(): Promise<void>
}

/** What a bench says: printed at once, and kept for the file of `--json`. */
export function createReport(args: readonly string[] = process.argv.slice(2)): Report {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
    allowPositionals: true,
  })
  const tables: Table[] = []
  const claims: Claim[] = []
  const notes: string[] = []
  return {
    isQuick: values.quick,
    table: (table) => {
      tables.push(table)
      console.log(`\n${table.title}\n${printed(table)}`)
    },
    claim: (claim) => {
      claims.push(claim)
      console.log(`${claim.holds ? 'holds ' : 'MISSED'}  ${claim.claim}: ${claim.measured} (target: ${claim.target})`)
    },
    note: (text) => {
      notes.push(text)
      console.log(`note: ${text}`)
    },
    finish: async () => {
      if (values.json === undefined) return
      const result: BenchResult = { tables, claims, notes }
      await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`)
    },
  }
}

/** A figure as people read it: whole when it is large, with two digits that count when it is small. */
export function cellText(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (Number.isNaN(cell)) return '–'
  if (Number.isInteger(cell) || Math.abs(cell) >= 100) return Math.round(cell).toLocaleString('en')
  return Math.abs(cell) >= 10 ? cell.toFixed(1) : cell.toFixed(2)
}

/** A table as a terminal shows it. */
export function printed({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows.map((row) => row.map(cellText))]
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const isNumber = columns.map((_, column) => rows.every((row) => typeof row[column] !== 'string'))
  return lines
    .map((line) =>
      line
        .map((text, column) => {
          const width = widths[column] ?? 0
          return isNumber[column] === true ? text.padStart(width) : text.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
