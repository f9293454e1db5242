import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { mustName, type Spot, type Walk, withFields } from './reference-walk.ts'
import type { ListName } from './row-names.ts'

/** What the values compared with a path are names of. Taken out, a condition would mean something else. */
const namedBy: Readonly<Record<string, ListName>> = {
  'item.queue': 'queues',
  'item.workstream': 'workstreams',
  'item.workstream.name': 'workstreams',
  'item.workstream.fallbackQueue': 'queues',
  'item.workstream.table': 'tables',
  'item.workstream.capacity.profiles': 'capacityProfiles',
  'item.skills': 'skills',
  'item.capacityProfiles': 'capacityProfiles',
  'representative.name': 'representatives',
  'representative.presence': 'presences',
  'representative.skills': 'skills',
}

const skillTypeOperator = 'exactMatch'
/** Deeper conditions are refused by the validator. */
const DEPTH_MAX = 60

/** The names that a condition compares with, in all its groups. */
export const conditionNames: Walk = (value, spot) => walkNode(value, spot, 0)

function walkNode(value: unknown, spot: Spot, depth: number): unknown {
  if (!isRecord(value) || depth > DEPTH_MAX) return value
  for (const group of ['all', 'any']) {
    const parts = own(value, group)
    if (!Array.isArray(parts)) continue
    const walked = parts.map((part: unknown, index) =>
      walkNode(part, { ...spot, path: `${spot.path}.${group}[${index}]` }, depth + 1),
    )
    return walked.every((part, index) => part === parts[index]) ? value : withFields(value, new Map([[group, walked]]))
  }
  const inner = own(value, 'not')
  if (inner === undefined) return walkComparison(value, spot)
  const walked = walkNode(inner, { ...spot, path: `${spot.path}.not` }, depth + 1)
  return walked === inner ? value : withFields(value, new Map([['not', walked]]))
}

function walkComparison(comparison: UnknownRecord, spot: Spot): unknown {
  const list = listNamed(comparison)
  const before = own(comparison, 'value')
  if (list === null || before === undefined) return comparison
  const name = mustName(list, 'condition')
  const after = Array.isArray(before)
    ? before.map((one: unknown, index) => name(one, { ...spot, path: `${spot.path}.value[${index}]` }))
    : name(before, { ...spot, path: `${spot.path}.value` })
  const isSame = Array.isArray(before)
    ? Array.isArray(after) && after.every((one, index) => one === before[index])
    : after === before
  return isSame ? comparison : withFields(comparison, new Map([['value', after]]))
}

function listNamed(comparison: UnknownRecord): ListName | null {
  const path = own(comparison, 'path')
  if (typeof path !== 'string' || !Object.hasOwn(namedBy, path)) return null
  if (path === 'representative.skills' && own(comparison, 'op') === skillTypeOperator) return 'skillTypes'
  return namedBy[path] ?? null
}
