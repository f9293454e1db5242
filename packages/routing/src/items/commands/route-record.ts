import type { Command } from '../../command.ts'
import { decideIntake } from '../../intake/intake.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { RowKey } from '../../work-item.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import { recordKey } from '../../world/row-cache.ts'
import type { World } from '../../world/world.ts'
import { closeItem } from '../close-item.ts'
import { createItem } from '../create-item.ts'
import { runStages } from '../run-stages.ts'

type RouteRecord = Extract<Command, { type: 'routeRecord' }>

/** Save & Route: the intake rules choose the workstream. Routing again closes the item and makes a new one, which
 * inherits the skills. Null: no intake rule is met, and nothing is routed. */
export function routeRecord(world: World, command: RouteRecord): Refusal | OpenItem | null {
  const { record, rows, workItem } = command
  if (world.items.has(workItem)) return refuse('alreadyExists', `Work item ${workItem} exists already; use a fresh id.`)
  world.rows.lend(rows)
  const row = world.rows.row(record.table, record.id)
  if (row === undefined || !row.active) {
    return refuse('recordNotActive', `${record.table} ${record.id} is not active; only active rows are routed.`)
  }
  const intake = world.snapshot.stages.intake.get(record.table)
  if (intake === undefined) return null
  const facts = { now: world.now, rows: world.rows, record: row, item: null, workstream: null, representative: null }
  const decision = decideIntake(intake, facts)
  const workstream = world.snapshot.workstreams.get(decision.workstream ?? '')
  if (workstream === undefined) return null
  const inheritedSkills = closePresent(world, record)
  const customer = row.values.customer
  const open = createItem(world, {
    id: workItem,
    workstream,
    record: { table: record.table, id: record.id },
    customer: typeof customer === 'string' ? customer : null,
    context: {},
    inheritedSkills,
  })
  world.itemsByRecord.set(recordKey(record.table, record.id), open)
  world.rows.keep(open.item, rows)
  recordItem(world, open, { type: 'workItem.intake', rules: decision.rules, workstream: workstream.name })
  runStages(world, open)
  return open
}

function closePresent(world: World, record: RowKey): Readonly<Record<string, number | null>> {
  const present = world.itemsByRecord.get(recordKey(record.table, record.id))
  if (present === undefined) return {}
  const { skills } = present.item
  closeItem(world, present, 'AgentReRouted')
  return skills
}
