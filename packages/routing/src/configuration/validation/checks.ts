import type { DurationMs } from '../../vocabulary.ts'
import { formatDuration, parseDuration } from '../duration.ts'
import { didYouMean } from '../nearest.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import type { Check, Place } from './place.ts'

const NAME_LENGTH_MAX = 200
const TEXT_LENGTH_MAX = 10_000
const LIST_LENGTH_MAX = 100_000
const SHOWN_LENGTH_MAX = 60
const controlCharacter = /\p{Cc}/u

/** The value as a message shows it: short, and safe for anything. */
export function show(value: unknown): string {
  if (typeof value === 'string')
    return `'${value.slice(0, SHOWN_LENGTH_MAX)}${value.length > SHOWN_LENGTH_MAX ? '…' : ''}'`
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return isRecord(value) || typeof value === 'function' || typeof value === 'symbol' ? 'an object' : String(value)
}

/** Names that objects have by birth; as keys of a record they would be mistaken for those. */
export function isReservedName(name: string): boolean {
  return name in {}
}

export function text(lengthMax = TEXT_LENGTH_MAX): Check {
  return (value, place) => {
    if (typeof value !== 'string') place.report(`expected a text, found ${show(value)}`)
    else if (value.length > lengthMax) place.report(`a text of ${value.length} characters; shorten it to ${lengthMax}`)
  }
}

/** What other parts of the document and the API refer to. */
export function name(lengthMax = NAME_LENGTH_MAX): Check {
  return (value, place) => {
    if (typeof value !== 'string') place.report(`expected a name, found ${show(value)}`)
    else if (value.trim() === '') place.report('the name is empty; write one')
    else if (value.trim() !== value) place.report(`${show(value)} begins or ends with a blank; remove it`)
    else if (value.length > lengthMax) place.report(`the name ${show(value)} is longer than ${lengthMax} characters`)
    else if (controlCharacter.test(value)) place.report(`the name ${show(value)} holds a control character; remove it`)
    else if (isReservedName(value)) place.report(`the name ${show(value)} is reserved; choose another`)
  }
}

export const boolean: Check = (value, place) => {
  if (typeof value !== 'boolean') place.report(`expected true or false, found ${show(value)}`)
}

/** A whole number within bounds, both included. */
export function integer(min: number, max: number): Check {
  return (value, place) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      place.report(`expected a whole number, found ${show(value)}`)
    } else if (value < min || value > max) place.report(`${value} is out of range; use ${min} to ${max}`)
  }
}

export function oneOf(known: readonly (string | number)[]): Check {
  return (value, place) => {
    if ((typeof value === 'string' || typeof value === 'number') && known.includes(value)) return
    const suggestion = typeof value === 'string' ? didYouMean(value, known.map(String)) : ''
    place.report(`${show(value)} is not possible here${suggestion || `; use ${known.join(', ')}`}`)
  }
}

/** A duration within bounds, both included. */
export function duration(min: DurationMs, max: DurationMs): Check {
  return (value, place) => {
    const ms = typeof value === 'string' ? parseDuration(value) : null
    if (ms === null) place.report(`expected a duration such as 90s, 5m, 2h, 1d or PT90S, found ${show(value)}`)
    else if (ms < min || ms > max) {
      place.report(`${show(value)} is out of range; use ${formatDuration(min)} to ${formatDuration(max)}`)
    }
  }
}

export interface ListOptions {
  readonly max?: number
  readonly min?: number
  /** What identifies an element and must not occur twice. */
  readonly unique?: (element: unknown) => string | null
}

export function list(check: Check, { max = LIST_LENGTH_MAX, min = 0, unique }: ListOptions = {}): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return place.report(`expected a list, found ${show(value)}`)
    if (value.length > max) return place.report(`${value.length} entries; at most ${max} are possible`)
    if (value.length < min) place.report(`${value.length} entries; at least ${min} ${min === 1 ? 'is' : 'are'} needed`)
    const seen = new Map<string, number>()
    for (const [index, element] of value.entries()) {
      if (place.isEnough()) return
      check(element, place.at(index))
      const key = unique?.(element) ?? null
      if (key === null) continue
      const earlier = seen.get(key)
      if (earlier === undefined) seen.set(key, index)
      else place.at(index).report(`${show(key)} occurs twice, first as entry ${earlier}; keep one or rename it`)
    }
  }
}

/** Elements that are objects with a name of their own. */
export function named(check: Check, options: Omit<ListOptions, 'unique'> = {}): Check {
  return list(check, { ...options, unique: (element) => textOf(element, 'name') })
}

/** A list of texts without repetition. */
export function distinct(check: Check, options: Omit<ListOptions, 'unique'> = {}): Check {
  return list(check, { ...options, unique: (element) => (typeof element === 'string' ? element : null) })
}

/** An object whose keys are names of the user's choice. */
export function dictionary(key: Check, check: Check, max = LIST_LENGTH_MAX): Check {
  return (value, place) => {
    if (!isRecord(value)) return place.report(`expected an object, found ${show(value)}`)
    const entries = Object.entries(value)
    if (entries.length > max) return place.report(`${entries.length} entries; at most ${max} are possible`)
    for (const [entryKey, entry] of entries) {
      if (place.isEnough()) return
      key(entryKey, place.at(entryKey))
      check(entry, place.at(entryKey))
    }
  }
}

type RequiredKeys<T> = { [Key in keyof T]-?: undefined extends T[Key] ? never : Key }[keyof T]

export interface Shape<T> {
  /** A check for every key of the document's type: the type check fails when one is forgotten. */
  readonly fields: { readonly [Key in keyof Required<T>]: Check }
  readonly required: readonly RequiredKeys<T>[]
  /** Rules between fields; the fields may be anything. */
  readonly refine?: (value: UnknownRecord, place: Place) => void
}

/** An object of the document. Keys that nobody knows are mistakes. */
export function object<T extends object>({ fields, required, refine }: Shape<T>): Check {
  const checks: ReadonlyMap<string, Check> = new Map(Object.entries<Check>(fields))
  return (value, place) => {
    if (!isRecord(value)) return place.report(`expected an object, found ${show(value)}`)
    for (const key of Object.keys(value)) {
      if (place.isEnough()) return
      const check = checks.get(key)
      if (check === undefined) place.at(key).report(unknownKey(key, checks.keys()))
      else if (value[key] !== undefined) check(value[key], place.at(key))
    }
    for (const key of required) {
      if (own(value, String(key)) === undefined) place.at(String(key)).report('is missing; add it')
    }
    refine?.(value, place)
  }
}

export function unknownKey(key: string, known: Iterable<string>): string {
  const keys = [...known]
  return `unknown key ${show(key)}${didYouMean(key, keys) || `; known here: ${keys.join(', ')}`}`
}

/** The text under a key of something that may be anything; null when there is none. */
export function textOf(value: unknown, key: string): string | null {
  if (!isRecord(value)) return null
  const found = own(value, key)
  return typeof found === 'string' ? found : null
}

/** A JSON value that rules can compare: text, finite number, boolean, null. */
export const literal: Check = (value, place) => {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') text()(value, place)
  else if (typeof value !== 'number')
    place.report(`expected a text, a number, true, false or null, found ${show(value)}`)
  else if (!Number.isFinite(value)) place.report(`${value} is not a number that can be stored`)
}
