import type { FieldError } from '@unified-routing/contract'
import { invalid, pathText } from './parse.ts'

/** Objects inside objects beyond this are nobody's data. */
const DEPTH_MAX = 64

/** Keys that mean something to JavaScript objects themselves. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** A value in its place; the path to it is only written out for a value that is refused. */
interface Place {
  readonly value: unknown
  readonly key: PropertyKey
  /** Null: the root. */
  readonly parent: Place | null
  readonly depth: number
}

/** What no schema should have to think of: NUL and lone surrogates (PostgreSQL stores neither), reserved keys, depth.
 *
 * Answers the first trouble, or null. Walks without recursion, so depth costs no stack. */
export function findHostileValue(start: string, root: unknown): FieldError | null {
  const pending: Place[] = [{ value: root, key: '', parent: null, depth: 0 }]
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { value } = place
    if (typeof value === 'string') {
      const trouble = textTrouble(value)
      if (trouble !== null) return { path: pathText(start, pathTo(place)), message: trouble }
      continue
    }
    if (place.depth > DEPTH_MAX) return { path: pathText(start, pathTo(place)), message: 'is nested too deeply' }
    if (typeof value !== 'object' || value === null) continue
    const depth = place.depth + 1
    if (Array.isArray(value)) {
      for (const [key, item] of value.entries()) pending.push({ value: item, key, parent: place, depth })
      continue
    }
    for (const key of Object.keys(value)) {
      const keyTrouble = reservedKeys.has(key) ? 'is a reserved name' : textTrouble(key)
      if (keyTrouble !== null)
        return { path: pathText(start, [...pathTo(place), key.toWellFormed()]), message: keyTrouble }
      const item: unknown = Reflect.get(value, key)
      pending.push({ value: item, key, parent: place, depth })
    }
  }
  return null
}

/** The value, once nothing hostile was found in it. Errors: invalid. */
export function requireHarmless(start: string, value: unknown): unknown {
  const hostile = findHostileValue(start, value)
  if (hostile !== null) throw invalid([hostile])
  return value
}

function pathTo(place: Place): PropertyKey[] {
  const path: PropertyKey[] = []
  for (let { key, parent } = place; parent !== null; { key, parent } = parent) path.unshift(key)
  return path
}

function textTrouble(text: string): string | null {
  if (text.includes('\0')) return 'must not hold the character U+0000'
  return text.isWellFormed() ? null : 'must be well-formed Unicode'
}
