import { isDeepStrictEqual } from 'node:util'
import { zoneProblems } from '@unified-routing/contract'
import { type Actor, type Configuration, checkChange, validateConfiguration } from '@unified-routing/routing'
import type { VersionedRow } from '../store/versioned-row.ts'
import type { BatchDesk } from './batch-desk.ts'
import { configurationInForce } from './configuration-in-force.ts'
import type { Operation, OperationAnswer } from './operations.ts'

/** Puts a whole document in force as the next version; its rows are stored with it. A refused one changes nothing. */
export function replaceConfiguration(
  operation: Extract<Operation, { readonly type: 'replaceConfiguration' }>,
  actor: Actor,
  desk: BatchDesk,
): OperationAnswer {
  const present = desk.configuration.version
  if ((operation.ifVersion ?? 0) !== present) {
    const message = `The configuration has version ${present} by now: read it again, then repeat.`
    return { status: 'conflict', message, presentVersion: present }
  }
  const validation = validateConfiguration(operation.configuration)
  if (!validation.ok) return { status: 'invalid', problems: validation.problems }
  const { configuration } = validation
  const problems = [...zoneProblems(configuration), ...checkChange(desk.configuration.document, configuration)]
  if (problems.length > 0) return { status: 'invalid', problems }

  const version = present + 1
  const inForce = configurationInForce(configuration, version, desk.context.now)
  const { rows, changedRows } = rowsOf(configuration, desk)
  const { calendars } = inForce
  const decision = desk.decide({ type: 'configure', actor, configuration, calendars, version, rows })
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  desk.decide({ type: 'changeRows', actor, rows: changedRows })
  for (const row of changedRows) desk.rows.put(row)
  desk.configuration = inForce
  desk.configurations.push({ version, document: configuration, by: actor.name })
  return desk.done({ configurationVersion: version })
}

/** A row of the document stands for its whole row; one that is as stored keeps its version. */
function rowsOf({ rows }: Configuration, desk: BatchDesk): { rows: VersionedRow[]; changedRows: VersionedRow[] } {
  const { now } = desk.context
  const all = (rows ?? []).map(({ table, id, values }): VersionedRow => {
    const present = desk.rows.get({ table, id })
    if (present === null) return { table, id, values, active: true, version: 1, createdAt: now, changedAt: now }
    if (isDeepStrictEqual(present.values, values)) return present
    return { ...present, values, version: present.version + 1, changedAt: now }
  })
  return { rows: all, changedRows: all.filter((row) => desk.rows.get(row) !== row) }
}
