import { isRecord, own } from '../unknown-record.ts'
import { show } from './checks.ts'
import type { Check } from './place.ts'

/** A word, or an object told apart by the one key it has: "alwaysBlock" or { block: 60s }. */
export function wordOrObject(words: readonly string[], byKey: Readonly<Record<string, Check>>): Check {
  const forms = [...words, ...Object.keys(byKey).map((key) => `{ ${key}: … }`)].join(', ')
  return (value, place) => {
    if (isRecord(value)) {
      const keys = Object.keys(byKey).filter((key) => Object.hasOwn(value, key))
      const [key = ''] = keys
      const check = byKey[key]
      if (keys.length === 1 && check !== undefined) return check(value, place)
      if (keys.length > 1) return place.report(`${keys.map(show).join(' and ')} exclude each other; keep one`)
    } else if (words.some((word) => word === value)) return
    place.report(`${show(value)} is not possible here; use one of ${forms}`)
  }
}

/** An object whose other keys depend on the word under one of them. `fallback`: the word when it is absent. */
export function byWord(
  key: string,
  checks: Readonly<Record<string, Check>>,
  fallback: string | undefined = undefined,
): Check {
  return (value, place) => {
    if (!isRecord(value)) return place.report(`expected an object, found ${show(value)}`)
    const word = own(value, key) ?? fallback
    const check = typeof word === 'string' && Object.hasOwn(checks, word) ? checks[word] : undefined
    if (check !== undefined) return check(value, place)
    place.at(key).report(`${show(word)} is not possible here; use one of ${Object.keys(checks).join(', ')}`)
  }
}
