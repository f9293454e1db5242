import type { Configuration } from './document.ts'
import { isListName, naturalKeys } from './editing/row-names.ts'
import { isRecord, own } from './unknown-record.ts'

/** Puts part of a document over a whole one: elements of lists by name, the organization by key.
 *
 * Shape: a named element replaces the one of that name whole and keeps its place; new ones come last. The part comes
 * from outside, so the result is unknown until `validateConfiguration` has accepted it; what is malformed stays in it
 * to be reported there.
 * Source: decisions.md "Scenario and configuration files" 7 */
export function mergeConfiguration(base: Configuration, part: unknown): unknown {
  if (!isRecord(part)) return part
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(part)) setOwn(merged, key, mergeKey(key, base, value))
  return merged
}

function mergeKey(key: string, base: Configuration, value: unknown): unknown {
  if (key === 'organization') return mergeOrganization(base.organization, value)
  if (key === 'skillTypes') return mergeLists(base.skillTypes, value, (element) => element)
  if (!isListName(key)) return value
  return mergeLists(base[key], value, (element) => keyOf(element, naturalKeys[key]))
}

function mergeOrganization(base: Configuration['organization'], value: unknown): unknown {
  if (!isRecord(value)) return value
  const merged: Record<string, unknown> = { ...base }
  for (const [key, setting] of Object.entries(value)) {
    const list = key === 'autoClose'
    setOwn(
      merged,
      key,
      list ? mergeLists(base?.autoClose, setting, (row) => keyOf(row, ['channel', 'state'])) : setting,
    )
  }
  return merged
}

/** Elements without a key are kept side by side. */
function mergeLists(
  base: readonly unknown[] | undefined,
  part: unknown,
  keyFor: (element: unknown) => unknown,
): unknown {
  if (!Array.isArray(part)) return part
  const merged: unknown[] = [...(base ?? [])]
  const places = new Map(merged.map((element, index) => [keyFor(element), index]))
  for (const element of part) {
    const key = keyFor(element)
    const place = key === null ? undefined : places.get(key)
    if (place === undefined) merged.push(element)
    else merged[place] = element
  }
  return merged
}

function keyOf(element: unknown, fields: readonly string[]): string | null {
  if (!isRecord(element)) return null
  const parts = fields.map((field) => own(element, field))
  return parts.every((part) => typeof part === 'string') ? JSON.stringify(parts) : null
}

/** Plain assignment to `__proto__` would change the prototype instead of adding a key that validation can refuse. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}
