import type { Fact } from '../scenario/scenario.ts'

/** Facts whose order means nothing: they are compared as sets. */
const unordered: ReadonlySet<string> = new Set(['capacityProfiles', 'items', 'reasons'])

/** Facts of which only the named parts are compared. */
const partial: ReadonlySet<string> = new Set(['profiles'])

/** Whether a fact is what was expected. Numbers may differ by what decimal fractions lose. */
export function isSame(name: string, wanted: Fact, actual: Fact | undefined): boolean {
  if (actual === undefined) return false
  if (isList(wanted) && isList(actual))
    return unordered.has(name) ? sameLists(sorted(wanted), sorted(actual)) : sameLists(wanted, actual)
  if (isPlain(wanted) && isPlain(actual))
    return partial.has(name)
      ? Object.entries(wanted).every(([key, value]) => sameValue(value, actual[key]))
      : sameLists(byName(wanted), byName(actual))
  return sameValue(wanted, actual)
}

function sameLists(wanted: readonly unknown[], actual: readonly unknown[]): boolean {
  return wanted.length === actual.length && wanted.every((value, index) => sameValue(value, actual[index]))
}

function sameValue(wanted: unknown, actual: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(actual)) return sameLists(wanted, actual)
  if (typeof wanted === 'number' && typeof actual === 'number') return Math.abs(wanted - actual) <= NUMBER_TOLERANCE
  return wanted === actual
}

function isList(fact: Fact): fact is readonly string[] {
  return Array.isArray(fact)
}

function isPlain(fact: Fact): fact is Readonly<Record<string, string | number | boolean | null>> {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact)
}

function sorted(list: readonly string[]): readonly string[] {
  return [...list].sort()
}

function byName(values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))
}

const NUMBER_TOLERANCE = 1e-9
