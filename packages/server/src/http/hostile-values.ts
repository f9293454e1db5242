import type { FieldError } from '@unified-routing/contract'
import { pathText } from './parse.ts'

/** Objects inside objects beyond this are nobody's data. */
const DEPTH_MAX = 64

/** Keys that mean something to JavaScript objects themselves. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** What no schema should have to think of: NUL and lone surrogates (PostgreSQL stores neither), reserved keys, depth.
 *
 * Answers the first trouble, or null. Walks without recursion, so depth costs no stack. */
export function findHostileValue(start: string, root: unknown): FieldError | null {
  const pending: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value: root, path: [] }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next
    const trouble =
      typeof value === 'string' ? textTrouble(value) : path.length > DEPTH_MAX ? 'is nested too deeply' : null
    if (trouble !== null) return { path: pathText(start, path), message: trouble }
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) pending.push({ value: item, path: [...path, index] })
      continue
    }
    for (const [key, item] of Object.entries(value)) {
      const keyTrouble = reservedKeys.has(key) ? 'is a reserved name' : textTrouble(key)
      if (keyTrouble !== null) return { path: pathText(start, [...path, key.toWellFormed()]), message: keyTrouble }
      pending.push({ value: item, path: [...path, key] })
    }
  }
  return null
}

function textTrouble(text: string): string | null {
  if (text.includes('\0')) return 'must not hold the character U+0000'
  return text.isWellFormed() ? null : 'must be well-formed Unicode'
}
