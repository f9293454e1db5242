import type { Configuration } from '@unified-routing/routing'
import { unparse } from 'papaparse'
import { guardFormula } from './csv-cell.ts'
import { personColumns, userColumn } from './csv-columns.ts'
import { type Person, peopleOf } from './person.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** People as a table that `planImport` reads back without a change.
 *
 * Shape: UTF-8 with a byte order mark, so that spreadsheets show every letter; no cell is taken for a formula. */
export function peopleCsv(people: readonly Person[]): string {
  const columns = [...personColumns, ...userColumnNames(people).map(userColumn)]
  const rows = people.map((person) => columns.map(({ write }) => guardFormula(write(person))))
  return `${BYTE_ORDER_MARK}${unparse([columns.map(({ header }) => guardFormula(header)), ...rows])}\r\n`
}

/** The headings with a person who shows what belongs under them, to be filled in by hand. */
export function templateCsv(configuration: Configuration): string {
  const columns = [...personColumns, ...userColumnNames(peopleOf(configuration)).map(userColumn)]
  const rows = [columns.map(({ header }) => header), columns.map(({ example }) => example)]
  return `${BYTE_ORDER_MARK}${unparse(rows.map((cells) => cells.map(guardFormula)))}\r\n`
}

function userColumnNames(people: readonly Person[]): readonly string[] {
  return [...new Set(people.flatMap(({ columns }) => Object.keys(columns)))].toSorted()
}
