import type { Configuration } from '@unified-routing/routing'
import {
  type CellReading,
  nameColumn,
  type PersonColumn,
  personColumns,
  USER_COLUMN_PREFIX,
  userColumn,
} from './csv-columns.ts'
import { newPerson, type Person, peopleOf } from './person.ts'
import type { PersonChange } from './person-changes.ts'
import { type PersonPlan, planPeople } from './plan-people.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import { type RatingScales, ratingScales } from './skill-words.ts'

/** Most rows of one file. */
const IMPORT_ROWS_MAX = 10_000

export interface RowProblem {
  /** A heading; empty: the row as a whole. */
  readonly field: string
  /** The cell; empty: none or nothing in it. */
  readonly value: string
  readonly message: string
}

/** What one row of the file comes to. */
export interface ImportRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number
  readonly name: string
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'problem'
  readonly changes: readonly PersonChange[]
  readonly problems: readonly RowProblem[]
}

export interface ImportPlan {
  /** Why the file as a whole cannot be used; null: it can. */
  readonly problem: string | null
  /** Headings that nothing is known of. Their cells are left alone. */
  readonly ignored: readonly string[]
  readonly rows: readonly ImportRow[]
  /** The document after all rows without a problem. */
  readonly document: Configuration
}

/** What importing a table of people would do; changes nothing.
 *
 * Shape: columns that the file does not have stay as they are; an empty cell means the default. Each row is judged by
 *        the router's validator together with all the others; rows with a problem are left out of `document`. */
export function planImport(configuration: Configuration, text: string): ImportPlan {
  const table = readCsv(text)
  const { columns, ignored, problem } = columnsOf(table.headers)
  const failure = problem ?? fileProblem(text, table.rows.length)
  if (failure !== null) return { problem: failure, ignored, rows: [], document: configuration }
  const readings = readRows({ configuration, columns, rows: table.rows })
  const { document, people, problems } = planValid(configuration, readings)
  return { problem: null, ignored, document, rows: readings.map((reading) => importRow(reading, people, problems)) }
}

function fileProblem(text: string, rows: number): string | null {
  if (text.includes('\uFFFD')) return 'The file is not written in UTF-8. Save it as “CSV UTF-8” and choose it again.'
  if (rows === 0) return 'The file has no rows under its headings.'
  if (rows > IMPORT_ROWS_MAX) return `The file has ${rows} rows; at most ${IMPORT_ROWS_MAX} are possible. Split it.`
  return null
}

type FileColumn = PersonColumn | null

function columnsOf(headers: readonly string[]) {
  const known = new Map(personColumns.map((column) => [headerKey(column.header), column]))
  const columns: readonly FileColumn[] = headers.map((header) => {
    const user = userColumnName(header)
    return user === null ? (known.get(headerKey(header)) ?? null) : userColumn(user)
  })
  const ignored = headers.filter((header, index) => header !== '' && columns[index] === null)
  const named = columns.flatMap((column) => (column ? [column.header] : []))
  const twice = named.find((header, index) => named.indexOf(header) !== index)
  const problem = named.includes(nameColumn.header)
    ? twice && `Two columns are headed “${twice}”; keep one.`
    : `No column is headed “${nameColumn.header}”. The first row must hold the headings.`
  return { columns, ignored, problem: problem ?? null }
}

/** Capitals, blanks and hyphens in headings do not count. */
function headerKey(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function userColumnName(header: string): string | null {
  const prefix = USER_COLUMN_PREFIX.trim().toLowerCase()
  if (!header.toLowerCase().startsWith(prefix)) return null
  return header.slice(prefix.length).trim() || null
}

interface Reading {
  readonly row: CsvRow
  readonly name: string
  /** Null: the row cannot be read as a person. */
  readonly person: Person | null
  readonly problems: readonly RowProblem[]
  /** The cells by heading. */
  readonly cells: ReadonlyMap<string, string>
}

interface Readable {
  readonly configuration: Configuration
  readonly columns: readonly FileColumn[]
  readonly rows: readonly CsvRow[]
}

function readRows({ configuration, columns, rows }: Readable): readonly Reading[] {
  const present = new Map(peopleOf(configuration).map((person) => [person.name, person]))
  const scales = ratingScales(configuration)
  const earlier = new Map<string, number>()
  return rows.map((row) => {
    const cells = new Map(columns.flatMap((column, index) => (column ? [[column.header, row.cells[index] ?? '']] : [])))
    const name = cells.get(nameColumn.header) ?? ''
    const first = earlier.get(name)
    if (first === undefined) earlier.set(name, row.row)
    const problem = rowProblem(row, name, first)
    if (problem !== null) return { row, name, cells, person: null, problems: [problem] }
    return { row, name, cells, ...readPerson({ person: present.get(name) ?? newPerson(name), columns, row, scales }) }
  })
}

function rowProblem(row: CsvRow, name: string, first: number | undefined): RowProblem | null {
  if (row.problem !== null) return { field: '', value: '', message: row.problem }
  const field = nameColumn.header
  if (name === '') return { field, value: '', message: 'is empty; write who the row is about' }
  if (first === undefined) return null
  return { field, value: name, message: `is in row ${first} as well; keep one of the two` }
}

interface RowOfPerson {
  readonly person: Person
  readonly columns: readonly FileColumn[]
  readonly row: CsvRow
  readonly scales: RatingScales
}

function readPerson({ person: before, columns, row, scales }: RowOfPerson) {
  const problems: RowProblem[] = []
  let person = before
  for (const [index, column] of columns.entries()) {
    if (column === null) continue
    const value = row.cells[index] ?? ''
    const reading: CellReading = column.read(value, person, scales)
    if ('person' in reading) person = reading.person
    else problems.push({ field: column.header, value, message: reading.problem })
  }
  return { person: problems.length === 0 ? person : null, problems }
}

/** Leaves out who has a problem until the rest has none. Ends: each round leaves somebody out, or is the last. */
function planValid(configuration: Configuration, readings: readonly Reading[]) {
  const problems = new Map<string, PersonPlan['problems']>()
  let wanted = readings.flatMap(({ person }) => (person ? [person] : []))
  for (;;) {
    const plan = planPeople(configuration, wanted)
    const refused = plan.people.filter((person) => person.problems.length > 0)
    if (refused.length === 0) {
      return { document: plan.document, problems, people: new Map(plan.people.map((one) => [one.after.name, one])) }
    }
    for (const { after, problems: found } of refused) problems.set(after.name, found)
    wanted = wanted.filter(({ name }) => !problems.has(name))
  }
}

function importRow(
  reading: Reading,
  people: ReadonlyMap<string, PersonPlan>,
  refused: ReadonlyMap<string, PersonPlan['problems']>,
): ImportRow {
  const { row, name, cells } = reading
  const known = reading.person ? (refused.get(name) ?? []) : []
  const found = known.map(({ field, message }) => ({ field, message, value: cells.get(field) ?? '' }))
  const problems = [...reading.problems, ...found]
  const plan = problems.length === 0 ? people.get(name) : undefined
  if (!plan) return { row: row.row, name, outcome: 'problem', changes: [], problems }
  const outcome = plan.before === null ? 'new' : plan.changes.length > 0 ? 'changed' : 'unchanged'
  return { row: row.row, name, outcome, changes: plan.changes, problems: [] }
}
