import type { QueueType } from '../../vocabulary.ts'
import type { Column, Configuration } from '../document.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { isReservedName } from './checks.ts'
import { isColumnType, isQueueType } from './words.ts'

type Lists = Pick<
  Configuration,
  | 'tables'
  | 'skillTypes'
  | 'ratingModels'
  | 'skills'
  | 'capacityProfiles'
  | 'presences'
  | 'operatingHours'
  | 'customRoles'
  | 'representatives'
  | 'userGroups'
  | 'workstreams'
>

/** The names of a document and what references to them depend on; everything else is left out. */
export type Sketch = { [Key in keyof Required<Lists>]: NonNullable<Lists[Key]> } & {
  /** By name; null when the type is missing or misspelt. */
  readonly queueTypes: ReadonlyMap<string, QueueType | null>
  readonly workstreamTypes: ReadonlyMap<string, QueueType | null>
}

/** Reads what is well formed and skips the rest: validation reports that where it stands. */
export function sketch(input: unknown): Sketch {
  const document = isRecord(input) ? input : {}
  return {
    tables: namedIn(document, 'tables').map(sketchTable),
    skillTypes: textsIn(document, 'skillTypes'),
    ratingModels: namedIn(document, 'ratingModels').map(({ name, row }) => ({
      name,
      min: numberIn(row, 'min') ?? 0,
      max: numberIn(row, 'max') ?? 0,
    })),
    skills: namedIn(document, 'skills').map(({ name, row }) => ({
      name,
      type: textIn(row, 'type') ?? '',
      ...optional('ratingModel', textIn(row, 'ratingModel')),
    })),
    capacityProfiles: namedIn(document, 'capacityProfiles').map(({ name }) => ({ name, limit: 0 })),
    presences: namedIn(document, 'presences').map(({ name }) => ({ name, base: 'Available' })),
    operatingHours: namedIn(document, 'operatingHours').map(({ name }) => ({ name, hours: [] })),
    customRoles: namedIn(document, 'customRoles').map(({ name }) => ({ name, persona: 'representative' })),
    representatives: namedIn(document, 'representatives').map(({ name, row }) => ({
      name,
      columns: Object.fromEntries(keysIn(row, 'columns').map((column) => [column, null])),
    })),
    userGroups: namedIn(document, 'userGroups').map(({ name, row }) => ({
      name,
      members: [],
      queues: textsIn(row, 'queues'),
    })),
    workstreams: namedIn(document, 'workstreams').map(sketchWorkstream),
    queueTypes: typesIn(document, 'queues'),
    workstreamTypes: typesIn(document, 'workstreams'),
  }
}

interface Named {
  readonly name: string
  readonly row: UnknownRecord
}

function sketchTable({ name, row }: Named): Sketch['tables'][number] {
  const queueEnabled = own(row, 'queueEnabled')
  return {
    name,
    ...(typeof queueEnabled === 'boolean' ? { queueEnabled } : {}),
    columns: namedIn(row, 'columns').flatMap(sketchColumn),
  }
}

function sketchColumn({ name, row }: Named): readonly Column[] {
  const type = textIn(row, 'type')
  if (!isColumnType(type)) return []
  const choices = own(row, 'choices') === undefined ? null : textsIn(row, 'choices')
  const required = own(row, 'required') === true
  return [{ name, type, required, ...optional('choices', choices), ...optional('target', textIn(row, 'target')) }]
}

function sketchWorkstream({ name, row }: Named): Sketch['workstreams'][number] {
  return {
    name,
    // Scopes need neither type nor channel; references read `workstreamTypes`.
    type: 'messaging',
    channel: 'custom',
    ...optional('table', textIn(row, 'table')),
    contextVariables: namedIn(row, 'contextVariables').map((variable) => ({
      name: variable.name,
      type: textIn(variable.row, 'type') === 'number' ? 'number' : 'text',
    })),
  }
}

function typesIn(document: UnknownRecord, list: string): ReadonlyMap<string, QueueType | null> {
  return new Map(
    namedIn(document, list).map(({ name, row }) => {
      const type = textIn(row, 'type')
      return [name, isQueueType(type) ? type : null]
    }),
  )
}

function namedIn(record: UnknownRecord, key: string): readonly Named[] {
  const rows = own(record, key)
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row) => {
    const name = isRecord(row) ? textIn(row, 'name') : null
    return name === null || !isRecord(row) || isReservedName(name) ? [] : [{ name, row }]
  })
}

function textsIn(record: UnknownRecord, key: string): string[] {
  const texts = own(record, key)
  return Array.isArray(texts) ? texts.filter((element) => typeof element === 'string') : []
}

function keysIn(record: UnknownRecord, key: string): readonly string[] {
  const value = own(record, key)
  return isRecord(value) ? Object.keys(value).filter((name) => !isReservedName(name)) : []
}

function textIn(record: UnknownRecord, key: string): string | null {
  const value = own(record, key)
  return typeof value === 'string' ? value : null
}

function numberIn(record: UnknownRecord, key: string): number | null {
  const value = own(record, key)
  return typeof value === 'number' ? value : null
}

function optional<Key extends string, Value>(key: Key, value: Value | null): { [Name in Key]?: Value } {
  const entry: { [Name in Key]?: Value } = {}
  if (value !== null) entry[key] = value
  return entry
}
