import { isDeepStrictEqual } from 'node:util'
import { rootBusinessUnit, zoneProblems } from '@unified-routing/contract'
import {
  type Actor,
  type Configuration,
  checkChange,
  documentDifference,
  isToldByRows,
  type Problem,
  type Renaming,
  type RowChange,
  validateConfiguration,
} from '@unified-routing/routing'
import type { VersionKind } from '../store/configuration-versions.ts'
import type { VersionedRow } from '../store/versioned-row.ts'
import { auditOfVersion } from './audit-of-version.ts'
import type { BatchDesk } from './batch-desk.ts'
import { type BusinessUnits, holderOf } from './business-unit-of-work.ts'
import { configurationInForce } from './configuration-in-force.ts'
import type { OperationAnswer, Origin, PlannedChange } from './operations.ts'

/** Every so many versions the document is stored whole. */
const SNAPSHOT_EVERY = 50
/** A version that changes more than this is stored whole as well, so that reading it stays cheap. */
const CHANGES_BESIDE_SNAPSHOT_MAX = 500

export type CheckedDocument =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** All that is wrong with a document by itself, with its zones, or as a change of the one in force. */
export function checkDocument(
  document: unknown,
  present: Configuration,
  renamings: readonly Renaming[] = [],
): CheckedDocument {
  const validation = validateConfiguration(document)
  if (!validation.ok) return validation
  const { configuration } = validation
  const problems = [...zoneProblems(configuration), ...checkChange(present, configuration, renamings)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration }
}

export interface NextVersion {
  /** Checked. */
  readonly configuration: Configuration
  readonly kind: VersionKind
  readonly note: string | null
  readonly restoredVersion: number | null
  readonly renamings: readonly Renaming[]
  readonly actor: Actor
  readonly origin: Origin | null
}

/** Makes a checked document the next version; its rows, what it changes and who did it are stored with it. */
export function putInForce(next: NextVersion, desk: BatchDesk): OperationAnswer {
  const { configuration, actor, renamings, kind, note, restoredVersion } = next
  const present = desk.configuration
  const version = present.version + 1
  const changes = documentDifference(present.document, configuration, renamings)
  const isWhole =
    !isToldByRows(present.document, configuration) || isStoredWhole(version, present.snapshotVersion, changes)
  const snapshotVersion = isWhole ? version : present.snapshotVersion
  const inForce = configurationInForce({ document: configuration, version, snapshotVersion }, desk.context.now)
  const { rows, changedRows } = rowsOf(configuration, desk)
  const { calendars } = inForce
  const decision = desk.decide({ type: 'configure', actor, configuration, calendars, version, rows, renamings })
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  desk.decide({ type: 'changeRows', actor, rows: changedRows })
  for (const row of changedRows) desk.rows.put(row)
  desk.configuration = inForce
  moveConversations(present.businessUnits, desk)
  const document = snapshotVersion === version ? configuration : null
  const organizationName = configuration.organization?.name ?? null
  const sequence = decision.events.find(({ type }) => type === 'organization.configured')?.sequence ?? null
  const facts = { version, by: actor.name, kind, note, restoredVersion, sequence, changes }
  desk.configurations.push({ ...facts, document, organizationName })
  desk.audit.push(auditOfVersion({ ...next, version, changes }))
  return desk.done({ configurationVersion: version, plan: changes.map(plannedOf) })
}

/** Conversations go along when who holds them is in another business unit now. */
function moveConversations(before: BusinessUnits, desk: BatchDesk): void {
  const { businessUnits: after } = desk.configuration
  if (isDeepStrictEqual(before, after)) return
  for (const item of desk.term.router.openWorkItems()) {
    const holder = item.kind === 'conversation' ? holderOf(item) : null
    if (holder !== null && before.get(holder) !== after.get(holder)) desk.storeAgain(item.id)
  }
}

function isStoredWhole(version: number, snapshotVersion: number, changes: readonly RowChange[]): boolean {
  if (version === 1 || version - snapshotVersion >= SNAPSHOT_EVERY) return true
  return changes.length > CHANGES_BESIDE_SNAPSHOT_MAX
}

/** What a change is, without what is in the row. */
function plannedOf({ list, name, before, after }: RowChange): PlannedChange {
  const change = before === null ? 'add' : after === null ? 'remove' : 'change'
  return { change, list, name: name ?? 'order' }
}

/** A row of the document stands for its whole row; one that is as stored keeps its version. */
function rowsOf({ rows }: Configuration, desk: BatchDesk): { rows: VersionedRow[]; changedRows: VersionedRow[] } {
  const { now } = desk.context
  const all = (rows ?? []).map(({ table, id, values }): VersionedRow => {
    const present = desk.rows.get({ table, id })
    if (present === null)
      return {
        table,
        id,
        values,
        active: true,
        version: 1,
        createdAt: now,
        changedAt: now,
        businessUnit: rootBusinessUnit,
      }
    if (isDeepStrictEqual(present.values, values)) return present
    return { ...present, values, version: present.version + 1, changedAt: now }
  })
  return { rows: all, changedRows: all.filter((row) => desk.rows.get(row) !== row) }
}
