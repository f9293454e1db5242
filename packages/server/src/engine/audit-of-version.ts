import { type Actor, type RowChange, rowNouns } from '@unified-routing/routing'
import type { AuditRow } from '../store/audit-log.ts'
import type { OperationRequest, Origin } from './operations.ts'

interface MadeVersion {
  readonly version: number
  readonly changes: readonly RowChange[]
  readonly restoredVersion: number | null
  readonly actor: Actor
  readonly origin: Origin | null
}

/** The line of the audit log about a new version of the configuration. What changed is kept with the version. */
export function auditOfVersion({ version, changes, restoredVersion, actor, origin }: MadeVersion): AuditRow {
  const lists = [...new Set(changes.map(({ list }) => list))]
  const [first] = changes
  const isOne = changes.length === 1 && first !== undefined
  const summary = changes.length === 0 ? 'Configuration stored again without a change' : summaryOf(changes)
  return {
    ...whoOf(actor, origin),
    action: 'configurationChanged',
    list: lists.length === 1 && lists[0] !== undefined ? lists[0] : 'configuration',
    name: isOne ? first.name : null,
    summary: restoredVersion === null ? summary : `Version ${restoredVersion} restored: ${summary}`,
    configurationVersion: version,
  }
}

/** The line about routing that was switched. */
export function auditOfSwitch({
  before,
  after,
  request: { actor, origin = null },
}: {
  readonly before: boolean
  readonly after: boolean
  readonly request: OperationRequest
}): AuditRow {
  return {
    ...whoOf(actor, origin),
    action: 'routingSwitched',
    list: 'organization',
    name: 'routing',
    summary: after ? 'Unified routing switched on' : 'Unified routing switched off',
    before: { routingEnabled: before },
    after: { routingEnabled: after },
  }
}

function whoOf({ name }: Actor, origin: Origin | null): Pick<AuditRow, 'by' | 'ip'> {
  return origin ?? { by: { kind: 'system', name: name ?? 'Unified Routing' }, ip: null }
}

function summaryOf(changes: readonly RowChange[]): string {
  const [first] = changes
  if (first === undefined) return ''
  const others = changes.length - 1
  return others === 0
    ? phraseOf(first)
    : `${phraseOf(first)}, and ${others} more ${others === 1 ? 'change' : 'changes'}`
}

function phraseOf({ list, name, formerName, before, after }: RowChange): string {
  if (list === 'organization') return `Setting '${name}' changed`
  const noun = rowNouns[list]
  if (name === null) return `Order of ${noun}s changed`
  const row = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} '${name}'`
  if (before === null) return `${row} added`
  if (after === null) return `${row} removed`
  return formerName === null ? `${row} changed` : `${row} renamed from '${formerName}'`
}
