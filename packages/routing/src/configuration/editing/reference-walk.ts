import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { pathStep } from '../validation/place.ts'
import type { ListName } from './row-names.ts'

/** One place inside a row where another row is named. */
export interface NamedHere {
  /** The list of the row that is named. */
  readonly list: ListName
  readonly name: string
  /** Inside the row that names it: "members[2]". */
  readonly path: string
  /** The way there in words: "route to queue rule 'VIP': queue". */
  readonly words: string
  /** Whether the name can be taken out and the rest still means what it meant. */
  readonly canGo: boolean
}

export interface Spot {
  readonly path: string
  readonly words: readonly string[]
  /** The name to write there; undefined: take it out. */
  readonly visit: (named: NamedHere) => string | undefined
}

/** Visits every name inside a value and gives the value with the names written anew: the same object when none changed,
 * undefined when it goes. What is malformed is left as it is. */
export type Walk = (value: unknown, spot: Spot) => unknown

/** Nothing here names another row. */
export const none: Walk = (value) => value

function naming(list: ListName, words: string, canGo: boolean): Walk {
  return (value, spot) => {
    if (typeof value !== 'string') return value
    return spot.visit({ list, name: value, path: spot.path, words: [...spot.words, words].join(': '), canGo })
  }
}

/** A name that may be left out. */
export const mayName = (list: ListName, words: string): Walk => naming(list, words, true)
/** A name without which the rest makes no sense. */
export const mustName = (list: ListName, words: string): Walk => naming(list, words, false)

export function each(walk: Walk): Walk {
  return (value, spot) => {
    if (!Array.isArray(value)) return value
    const walked = value.map((element: unknown, index) => walk(element, inside(spot, index)))
    if (walked.every((element, index) => element === value[index])) return value
    return walked.filter((element) => element !== undefined)
  }
}

/** Entries with a name of their own, such as rules, which the words mention. */
export function eachNamed(noun: string, walk: Walk): Walk {
  return each((value, spot) => {
    const name = isRecord(value) ? own(value, 'name') : undefined
    return walk(value, typeof name === 'string' ? said(spot, `${noun} '${name}'`) : spot)
  })
}

/** An object whose keys are names. */
export function keys(key: Walk, walk: Walk = none): Walk {
  return (value, spot) => {
    if (!isRecord(value)) return value
    let isSame = true
    const entries = Object.entries(value).flatMap(([name, entry]): [string, unknown][] => {
      const there = inside(spot, name)
      const [newName, newEntry] = [key(name, there), walk(entry, there)]
      isSame &&= newName === name && newEntry === entry
      return typeof newName === 'string' && newEntry !== undefined ? [[newName, newEntry]] : []
    })
    return isSame ? value : Object.fromEntries(entries)
  }
}

type KeyOf<T> = T extends unknown ? keyof T : never

/** An object of the document: the type check fails when a field of it is forgotten. A field that goes is left out. */
export function fields<T extends object>(walks: { readonly [Key in KeyOf<T>]: Walk }): Walk {
  const byKey: ReadonlyMap<string, Walk> = new Map(Object.entries<Walk>(walks))
  return (value, spot) => {
    if (!isRecord(value)) return value
    const changed = new Map<string, unknown>()
    for (const [key, walk] of byKey) {
      const before = own(value, key)
      if (before === undefined) continue
      const after = walk(before, inside(spot, key))
      if (after !== before) changed.set(key, after)
    }
    return changed.size === 0 ? value : withFields(value, changed)
  }
}

export function withFields(value: UnknownRecord, changed: ReadonlyMap<string, unknown>): UnknownRecord {
  const entries = Object.entries(value).map(([key, field]): [string, unknown] => [
    key,
    changed.has(key) ? changed.get(key) : field,
  ])
  return Object.fromEntries(entries.filter(([, field]) => field !== undefined))
}

/** The value goes when the walk leaves the list under this key empty. */
export function unlessEmpty(key: string, walk: Walk): Walk {
  return (value, spot) => {
    const walked = walk(value, spot)
    const left = isRecord(walked) ? own(walked, key) : undefined
    return walked !== value && Array.isArray(left) && left.length === 0 ? undefined : walked
  }
}

export function saying(words: string, walk: Walk): Walk {
  return (value, spot) => walk(value, said(spot, words))
}

function inside(spot: Spot, step: string | number): Spot {
  return { ...spot, path: pathStep(spot.path, step) }
}

function said(spot: Spot, words: string): Spot {
  return { ...spot, words: [...spot.words, words] }
}
