import { CUSTOMER_TABLE } from '../../src/configuration/tables.ts'
import type { Actor, Literal } from '../../src/vocabulary.ts'
import type { Row } from '../../src/work-item.ts'
import type { Action, ActionType } from '../scenario/scenario.ts'
import { accepted, type Outcome, refused } from './outcome.ts'
import type { World } from './world.ts'

type Of<Type extends ActionType> = Extract<Action, { readonly type: Type }>

const integration: Actor = { kind: 'integration', name: null }

/** A new row, routed at once when the step or its record type says so. */
export function createRecord(world: World, { id, table, values, route }: Of<'createRecord'>): Outcome {
  const problem = world.data.problemOf(table, values, false)
  if (problem !== null) return refused(problem)
  if (world.data.row(table, id) !== undefined) return refused(`'${id}' is there already.`)
  const row: Row = { table, id, values: withoutNulls(values), active: true }
  world.data.put(row)
  if (!(route ?? routesOnCreate(world, table))) return accepted
  const outcome = routeRecord(world, row)
  if (!outcome.accepted) world.data.delete(table, id)
  return outcome
}

/** Values are merged; null clears a column. Nothing is routed by it. */
export function updateRecord(world: World, { id, values }: Of<'updateRecord'>): Outcome {
  return withRecord(world, id, (row) => {
    const problem = world.data.problemOf(row.table, values, true)
    if (problem !== null) return refused(problem)
    const changed = { ...row, values: withoutNulls({ ...row.values, ...values }) }
    world.data.put(changed)
    const rows = world.data.withLookups(changed)
    return answer(world.carryOut({ type: 'changeRows', rows, actor: integration }))
  })
}

export function saveAndRoute(world: World, { id }: Of<'saveAndRoute'>): Outcome {
  return withRecord(world, id, (row) => routeRecord(world, row))
}

/** Resolved or cancelled. A record that was never routed has nothing the router would have to close. */
export function completeRecord(world: World, { id }: Of<'completeRecord'>): Outcome {
  return withRecord(world, id, (row) => {
    if (!row.active) return refused(`'${id}' is not active any more.`)
    const outcome = closeRouted(world, row, 'completeRecord')
    if (outcome.accepted) world.data.put({ ...row, active: false })
    return outcome
  })
}

export function deleteRecord(world: World, { id }: Of<'deleteRecord'>): Outcome {
  return withRecord(world, id, (row) => {
    const outcome = closeRouted(world, row, 'deleteRecord')
    if (outcome.accepted) world.data.delete(row.table, row.id)
    return outcome
  })
}

export function clearWorkedBy(world: World, { type, id }: Of<'clearWorkedBy'>): Outcome {
  return withRecord(world, id, ({ table }) =>
    answer(world.carryOut({ type, record: { table, id }, actor: integration })),
  )
}

export function startConversation(world: World, action: Of<'startConversation'>): Outcome {
  const { id, workstream, customer, context, text, bot } = action
  if (world.workItem(id) !== null) return refused(`'${id}' is there already.`)
  const contact = customer === null ? undefined : world.data.row(CUSTOMER_TABLE, customer)
  if (customer !== null && contact === undefined) return refused(`No contact '${customer}'.`)
  const rows = world.data.withLookups(contact)
  const actor: Actor = { kind: 'customer', name: customer }
  const message = text === null || text === undefined ? null : `${id}-message-1`
  const given = { workItem: id, workstream, customer, context, message, rows, actor }
  return answer(world.carryOut({ type: 'startConversation', ...given, ...(bot === undefined ? {} : { bot }) }))
}

function routeRecord(world: World, row: Row): Outcome {
  const { table, id } = row
  const workItem = world.names.nextWorkItemOf(id)
  const rows = world.data.withLookups(row)
  // Named before it is routed, so that what happens at once to the new item is already its own.
  const undo = world.names.routed(id, workItem)
  const decision = world.carryOut({ type: 'routeRecord', workItem, record: { table, id }, rows, actor: integration })
  if (!decision.accepted || decision.workItem === null) undo()
  return answer(decision)
}

function closeRouted(world: World, { table, id }: Row, type: 'completeRecord' | 'deleteRecord'): Outcome {
  if (world.router.workItemOfRecord(table, id) === null) return accepted
  return answer(world.carryOut({ type, record: { table, id }, actor: integration }))
}

function withRecord(world: World, id: string, then: (row: Row) => Outcome): Outcome {
  const row = world.data.find(id)
  return row === undefined ? refused(`No record '${id}'.`) : then(row)
}

function routesOnCreate(world: World, table: string): boolean {
  return world.configuration.recordTypes?.find((type) => type.table === table)?.routeOnCreate ?? false
}

function withoutNulls(values: Readonly<Record<string, Literal>>): Readonly<Record<string, Literal>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

function answer(decision: ReturnType<World['carryOut']>): Outcome {
  return decision.accepted ? accepted : refused(decision.refusal.message)
}
