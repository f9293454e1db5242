import { rootBusinessUnit } from '@unified-routing/contract'
import type { Actor, Literal, Refusal, RowKey } from '@unified-routing/routing'
import type { RowReach } from '../store/reach.ts'
import type { VersionedRow } from '../store/versioned-row.ts'
import type { BatchDesk } from './batch-desk.ts'
import type { Operation, OperationAnswer } from './operations.ts'

type Of<Type extends Operation['type']> = Extract<Operation, { readonly type: Type }>

/** Creates a row; a record is routed when asked, or when its record type says so and routing is on. */
export function createRow(operation: Of<'createRow'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const { table, id } = operation
  if (!desk.configuration.tables.has(table)) return unknownTable(table)
  if (desk.rows.get({ table, id }) !== null) {
    const message = `The table ${table} already has a row with the id ${id}: choose another id, or change that row.`
    return { status: 'refused', refusal: { code: 'alreadyExists', message } }
  }
  const { now } = desk.context
  const row: VersionedRow = {
    table,
    id,
    values: merged({}, operation.values),
    active: true,
    version: 1,
    createdAt: now,
    changedAt: now,
    businessUnit: operation.businessUnit ?? rootBusinessUnit,
  }
  const { asked, notRouted } = routingOf(operation, desk)
  if (asked) return route(row, actor, desk)
  const kept = keep(row, actor, desk)
  return kept.status === 'done' && notRouted !== null ? { ...kept, notRouted } : kept
}

export function updateRow(operation: Of<'updateRow'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const found = versionedRow(operation, desk)
  if ('status' in found) return found
  const { values, businessUnit = found.businessUnit } = operation
  return keep({ ...changed(found, values, desk), businessUnit }, actor, desk)
}

/** Save & Route: all or nothing. When the router refuses, the changes are not saved either. */
export function saveAndRoute(operation: Of<'saveAndRoute'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const found = versionedRow(operation, desk)
  if ('status' in found) return found
  const isChanged = Object.keys(operation.values).length > 0
  return route(isChanged ? changed(found, operation.values, desk) : found, actor, desk)
}

/** Completes a record; one that is complete already stays as it is. */
export function completeRow({ table, id, reach }: Of<'completeRow'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const row = reachedRow({ table, id }, reach, desk)
  if (row === null) return unknownRow({ table, id })
  if (!row.active) return desk.done({ row })
  const completed = { ...changed(row, {}, desk), active: false }
  const workItem = desk.term.router.workItemOfRecord(table, id)
  if (workItem !== null) {
    const decision = desk.decide({ type: 'completeRecord', actor, record: { table, id } })
    if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  }
  const kept = keep(completed, actor, desk)
  return kept.status === 'done' ? { ...kept, workItem: desk.workItem(workItem?.id ?? null) } : kept
}

export function deleteRow({ table, id, reach }: Of<'deleteRow'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const row = reachedRow({ table, id }, reach, desk)
  if (row === null) return unknownRow({ table, id })
  const workItem = desk.term.router.workItemOfRecord(table, id)
  if (workItem !== null) {
    const decision = desk.decide({ type: 'deleteRecord', actor, record: { table, id } })
    if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  }
  desk.rows.remove({ table, id })
  return desk.done({ row, workItem: desk.workItem(workItem?.id ?? null) })
}

/** Whether a new row is routed, and, when it is not although it could be, why. What is asked for is never left out. */
function routingOf(
  { table, route }: Of<'createRow'>,
  { configuration, term }: BatchDesk,
): { readonly asked: boolean; readonly notRouted: Refusal | null } {
  if (route === true) return { asked: true, notRouted: null }
  if (route === false || configuration.tables.get(table)?.queueEnabled !== true)
    return { asked: false, notRouted: null }
  if (!term.router.routingEnabled()) return { asked: false, notRouted: savedWhileOff }
  const notRouted = term.admission.refuse('record')
  const recordType = configuration.document.recordTypes?.find((type) => type.table === table)
  return { asked: recordType?.routeOnCreate === true && notRouted === null, notRouted }
}

const savedWhileOff: Refusal = {
  code: 'routingOff',
  message:
    'The row is saved and not routed, because unified routing is off. Once it is on, Save & Route gives it to a queue.',
}

/** Stores a row and shows it to the open work that reads it. */
function keep(row: VersionedRow, actor: Actor, desk: BatchDesk): OperationAnswer {
  const rows = desk.rows.reachableFrom(row, desk.configuration.lookups)
  const decision = desk.decide({ type: 'changeRows', actor, rows })
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  desk.rows.put(row)
  const workItem = desk.workItem(desk.term.router.workItemOfRecord(row.table, row.id)?.id ?? null)
  if (workItem !== null) desk.moveRecordItem(workItem, row.businessUnit)
  return desk.done({ row, workItem })
}

function route(row: VersionedRow, actor: Actor, desk: BatchDesk): OperationAnswer {
  const { table, id } = row
  const refusal = desk.term.admission.refuse('record')
  if (refusal !== null) return { status: 'refused', refusal }
  const rows = desk.rows.reachableFrom(row, desk.configuration.lookups)
  const workItem = desk.context.newId()
  const decision = desk.decide({ type: 'routeRecord', actor, workItem, record: { table, id }, rows })
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  if (desk.rows.get({ table, id }) !== row) desk.rows.put(row)
  const routed = desk.workItem(decision.workItem)
  if (routed !== null) desk.moveRecordItem(routed, row.businessUnit)
  return desk.done({ row, workItem: routed })
}

/** The stored row when its version is the one asked for, else the answer that says why not. */
function versionedRow(operation: Of<'updateRow' | 'saveAndRoute'>, desk: BatchDesk): VersionedRow | OperationAnswer {
  const { table, id, ifVersion, reach } = operation
  if (!desk.configuration.tables.has(table)) return unknownTable(table)
  const row = reachedRow({ table, id }, reach, desk)
  if (row === null) return unknownRow({ table, id })
  if (ifVersion === null || ifVersion === row.version) return row
  return {
    status: 'conflict',
    message: `The row ${id} of ${table} has version ${row.version} by now, not ${ifVersion}: read it again, then repeat.`,
    presentVersion: row.version,
  }
}

/** The row, when it is within reach: in one of the units, or the record of accepted work. */
function reachedRow(key: RowKey, reach: RowReach | null | undefined, desk: BatchDesk): VersionedRow | null {
  const row = desk.rows.get(key)
  if (row === null || reach === null || reach === undefined || reach.units.includes(row.businessUnit)) return row
  const session = desk.term.router.workItemOfRecord(key.table, key.id)?.session ?? null
  const isInHand = session !== null && session.acceptedAt !== null && session.representative === reach.holder
  return isInHand ? row : null
}

function changed(row: VersionedRow, values: Readonly<Record<string, Literal>>, desk: BatchDesk): VersionedRow {
  return { ...row, values: merged(row.values, values), version: row.version + 1, changedAt: desk.context.now }
}

/** Null clears a column. */
function merged(
  present: Readonly<Record<string, Literal>>,
  values: Readonly<Record<string, Literal>>,
): Readonly<Record<string, Literal>> {
  return Object.fromEntries(Object.entries({ ...present, ...values }).filter(([, value]) => value !== null))
}

function unknownTable(table: string): OperationAnswer {
  return { status: 'notFound', what: 'table', message: `There is no table ${table}.` }
}

function unknownRow({ table, id }: RowKey): OperationAnswer {
  return { status: 'notFound', what: 'row', message: `The table ${table} has no row with the id ${id}.` }
}
