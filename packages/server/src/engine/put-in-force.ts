import { isDeepStrictEqual } from 'node:util'
import { zoneProblems } from '@unified-routing/contract'
import {
  type Actor,
  type Configuration,
  checkChange,
  type Problem,
  validateConfiguration,
} from '@unified-routing/routing'
import type { VersionedRow } from '../store/versioned-row.ts'
import type { BatchDesk } from './batch-desk.ts'
import { configurationInForce } from './configuration-in-force.ts'
import type { OperationAnswer } from './operations.ts'

export type CheckedDocument =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** All that is wrong with a document by itself, with its zones, or as a change of the one in force. */
export function checkDocument(document: unknown, present: Configuration): CheckedDocument {
  const validation = validateConfiguration(document)
  if (!validation.ok) return validation
  const { configuration } = validation
  const problems = [...zoneProblems(configuration), ...checkChange(present, configuration)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration }
}

/** Makes a checked document the next version; its rows are stored with it. */
export function putInForce(configuration: Configuration, actor: Actor, desk: BatchDesk): OperationAnswer {
  const version = desk.configuration.version + 1
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
