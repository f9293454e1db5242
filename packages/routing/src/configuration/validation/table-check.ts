import type { Column, Row, Table } from '../document.ts'
import { columnValueProblem } from '../row-values.ts'
import { builtInTables } from '../tables.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import {
  boolean,
  distinct,
  isReservedName,
  list,
  name,
  named,
  object,
  oneOf,
  show,
  text,
  textOf,
  unknownKey,
} from './checks.ts'
import type { Check, Place } from './place.ts'
import { tableName } from './references.ts'
import { columnTypes } from './words.ts'

const TABLES_MAX = 1_000
const COLUMNS_MAX = 1_000
const CHOICES_MAX = 1_000
const identifierForm = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/

/** A name that stands in paths, between dots. */
export const identifier: Check = (value, place) => {
  if (typeof value !== 'string') place.report(`expected a name, found ${show(value)}`)
  else if (!identifierForm.test(value)) {
    place.report(`${show(value)} cannot stand in a path; use letters, digits, '_' and '-', a letter first, at most 100`)
  } else if (isReservedName(value)) place.report(`the name ${show(value)} is reserved; choose another`)
}

const column = object<Column>({
  fields: {
    name: identifier,
    type: oneOf(columnTypes),
    choices: distinct(text(200), { min: 1, max: CHOICES_MAX }),
    target: tableName,
    required: boolean,
  },
  required: ['name', 'type'],
  refine: (row, place) => {
    const type = own(row, 'type')
    requireOnlyFor(row, { key: 'choices', isNeeded: type === 'choice', why: "a column of type 'choice'" }, place)
    requireOnlyFor(row, { key: 'target', isNeeded: type === 'lookup', why: "a column of type 'lookup'" }, place)
  },
})

const table = object<Table>({
  fields: {
    name: identifier,
    displayName: name(),
    columns: named(column, { max: COLUMNS_MAX }),
    queueEnabled: boolean,
  },
  required: ['name'],
  refine: checkBuiltIn,
})

export const tables = named(table, { max: TABLES_MAX })

const row = object<Row>({
  fields: { table: tableName, id: name(), values: checkValuesAreRecord },
  required: ['table', 'id', 'values'],
  refine: checkValues,
})

export const rows = list(row, {
  unique: (element) => {
    const key = [textOf(element, 'table'), textOf(element, 'id')]
    return key.includes(null) ? null : key.join(' ')
  },
})

function requireOnlyFor(
  row: UnknownRecord,
  { key, isNeeded, why }: { readonly key: string; readonly isNeeded: boolean; readonly why: string },
  place: Place,
): void {
  const isThere = own(row, key) !== undefined
  if (isNeeded && !isThere) place.at(key).report(`${why} needs '${key}'; add it`)
  if (!isNeeded && isThere) place.at(key).report(`'${key}' belongs to ${why} only; remove it`)
}

/** A built-in column may be named again with its own type: text and choice are stored alike, and so are numbers. */
function checkBuiltIn(row: UnknownRecord, place: Place): void {
  const builtIn = builtInTables.find((known) => known.name === own(row, 'name'))
  const columns = own(row, 'columns')
  if (builtIn === undefined) return
  if (builtIn.queueEnabled === true && own(row, 'queueEnabled') === false) {
    place.at('queueEnabled').report(`table '${builtIn.name}' can be added to queues for good; remove the line`)
  }
  if (!Array.isArray(columns)) return
  for (const [index, element] of columns.entries()) {
    const known = builtIn.columns?.find((candidate) => candidate.name === textOf(element, 'name'))
    const type = textOf(element, 'type')
    if (known === undefined || type === null || storedAs(type) === storedAs(known.type)) continue
    const there = place.at('columns').at(index).at('type')
    there.report(`the built-in column '${known.name}' is of type '${known.type}', not '${type}'; rename yours`)
  }
}

function storedAs(type: string): string {
  if (type === 'choice') return 'text'
  return type === 'integer' ? 'decimal' : type
}

function checkValuesAreRecord(value: unknown, place: Place): void {
  if (!isRecord(value)) place.report(`expected an object of columns and values, found ${show(value)}`)
}

function checkValues(row: UnknownRecord, place: Place): void {
  const definition = place.names.tables.get(textOf(row, 'table') ?? '')
  const values = own(row, 'values')
  if (definition === undefined || !isRecord(values)) return
  const there = place.at('values')
  for (const [key, value] of Object.entries(values)) {
    const known = definition.columns.get(key)
    const problem = known === undefined ? null : columnValueProblem(known, value, definition)
    if (known === undefined) there.at(key).report(unknownKey(key, definition.columns.keys()))
    else if (problem !== null) there.at(key).report(problem)
  }
  for (const known of definition.columns.values()) {
    const value = own(values, known.name)
    if (known.required === true && (value === undefined || value === null))
      there.at(known.name).report('is required; add it')
  }
}
