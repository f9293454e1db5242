import { parse } from 'papaparse'
import { unguardFormula } from './csv-cell.ts'

/** A table as a file holds it. Rows are numbered as a spreadsheet does: the headings are row 1. */
export interface CsvTable {
  readonly headers: readonly string[]
  readonly rows: readonly CsvRow[]
}

export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
  /** Set when the row cannot be told apart into cells. */
  readonly problem: string | null
}

const delimiters = [',', ';', '\t']
const BYTE_ORDER_MARK = '\uFEFF'
const excelDelimiter = /^sep=(.)\r?\n/i

/** Reads comma, semicolon or tab separated text, with or without a byte order mark. Blank rows are left out. */
export function readCsv(text: string): CsvTable {
  const { body, delimiter, firstRow } = delimiterOf(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
  const { data, errors } = parse<string[]>(body, { delimiter })
  const failures = new Map(errors.map(({ row, message }) => [row ?? 0, message]))
  const [headers = [], ...records] = data.map((cells) => cells.map((cell) => unguardFormula(cell.trim())))
  const rows = records.map((cells, index) => ({
    row: index + firstRow + 1,
    cells,
    problem: problemOf(cells, headers, failures.get(index + 1)),
  }))
  return { headers, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
}

function problemOf(cells: readonly string[], headers: readonly string[], failure: string | undefined): string | null {
  if (failure !== undefined) return `${failure}; put quotation marks around the value and double those inside it`
  const surplus = cells.slice(headers.length).some((cell) => cell !== '')
  if (cells.length >= headers.length && !surplus) return null
  const remedy = 'put quotation marks around values that hold the separator'
  return `has ${cells.length} cells, the headings are ${headers.length}; ${remedy}`
}

/** Excel may say so in a first line; else it is what stands between the headings most often. */
function delimiterOf(text: string) {
  const said = excelDelimiter.exec(text)
  if (said) return { body: text.slice(said[0].length), delimiter: said[1] ?? ',', firstRow: 2 }
  const headings = (text.split(/\r?\n/, 1)[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const [delimiter = ','] = delimiters.toSorted(
    (one, other) => headings.split(other).length - headings.split(one).length,
  )
  return { body: text, delimiter, firstRow: 1 }
}
