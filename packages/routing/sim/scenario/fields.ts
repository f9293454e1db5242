import type { Literal } from '../../src/vocabulary.ts'

/** An offending value: where it is and what is wrong with it. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** Collects problems while a document is read; reading goes on with stand-ins, and the result is thrown away. */
export type Report = (path: string, message: string) => void

const TEXT_LENGTH_MAX = 10_000

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isLiteral(value: unknown): value is Literal {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

/** Reads one object of a document, key by key, and at the end refuses the keys nobody asked for. */
export class Fields {
  readonly path: string
  readonly report: Report
  readonly #values: Readonly<Record<string, unknown>> | null
  readonly #asked = new Set<string>()

  constructor(value: unknown, path: string, report: Report) {
    this.path = path
    this.report = report
    this.#values = isObject(value) ? value : null
    if (this.#values === null) report(path, `expected an object, not ${describe(value)}`)
  }

  has(name: string): boolean {
    return this.#values !== null && Object.hasOwn(this.#values, name)
  }

  keys(): readonly string[] {
    return this.#values === null ? [] : Object.keys(this.#values)
  }

  /** The raw value; undefined when absent. */
  value(name: string): unknown {
    this.#asked.add(name)
    return this.has(name) ? this.#values?.[name] : undefined
  }

  text(name: string): string {
    return this.#required(name, '', () => this.optionalText(name))
  }

  optionalText(name: string): string | undefined {
    return this.#checked(name, 'a text', isText)
  }

  number(name: string, range: Range): number {
    return this.#required(name, range.min, () => this.optionalNumber(name, range))
  }

  optionalNumber(name: string, range: Range): number | undefined {
    return this.#checked(name, describeRange(range), (value): value is number => isWithin(value, range))
  }

  nullableNumber(name: string, range: Range): number | null {
    const isGood = (value: unknown): value is number | null => value === null || isWithin(value, range)
    return this.#required(name, null, () => this.#checked(name, `${describeRange(range)} or null`, isGood))
  }

  optionalBoolean(name: string): boolean | undefined {
    return this.#checked(name, 'true or false', (value): value is boolean => typeof value === 'boolean')
  }

  optionalOneOf<const Names extends readonly string[]>(name: string, names: Names): Names[number] | undefined {
    const isOne = (value: unknown): value is Names[number] => names.some((one) => one === value)
    return this.#checked(name, `one of ${names.join(', ')}`, isOne)
  }

  oneOf<const Names extends readonly [string, ...string[]]>(name: string, names: Names): Names[number] {
    return this.#required(name, names[0], () => this.optionalOneOf(name, names))
  }

  list(name: string): readonly unknown[] {
    const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
    return this.#required(name, [], () => this.#checked(name, 'a list', isList))
  }

  texts(name: string): readonly string[] {
    return this.list(name).filter((value, index): value is string => {
      if (isText(value)) return true
      this.report(`${this.at(name)}[${index}]`, `expected a text, not ${describe(value)}`)
      return false
    })
  }

  /** Values by name, each accepted by `isGood`. */
  record<Value>(
    name: string,
    wanted: string,
    isGood: (value: unknown) => value is Value,
  ): Readonly<Record<string, Value>> {
    const value = this.value(name)
    const path = this.at(name)
    const good: [string, Value][] = []
    if (!isObject(value))
      this.report(path, value === undefined ? 'is missing' : `expected an object, not ${describe(value)}`)
    else
      for (const [key, one] of Object.entries(value)) {
        if (isGood(one)) good.push([key, one])
        else this.report(`${path}.${key}`, `expected ${wanted}, not ${describe(one)}`)
      }
    return Object.fromEntries(good)
  }

  literals(name: string): Readonly<Record<string, Literal>> {
    return this.record(name, 'a text, a number, true, false or null', isLiteral)
  }

  optionalLiterals(name: string): Readonly<Record<string, Literal>> {
    return this.has(name) ? this.literals(name) : {}
  }

  at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`
  }

  /** Reports every key that was never asked for. */
  done(): void {
    for (const key of this.keys())
      if (!this.#asked.has(key)) this.report(this.at(key), `unknown key; known here: ${[...this.#asked].join(', ')}`)
  }

  #required<Value>(name: string, standIn: Value, read: () => Value | undefined): Value {
    if (this.#values !== null && !this.has(name)) {
      this.#asked.add(name)
      this.report(this.at(name), 'is missing')
      return standIn
    }
    return read() ?? standIn
  }

  #checked<Value>(name: string, wanted: string, isGood: (value: unknown) => value is Value): Value | undefined {
    const value = this.value(name)
    if (value === undefined || isGood(value)) return value
    this.report(this.at(name), `expected ${wanted}, not ${describe(value)}`)
    return undefined
  }
}

export interface Range {
  readonly min: number
  readonly max: number
  readonly integer?: boolean
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_LENGTH_MAX
}

export function isWithin(value: unknown, range: Range): value is number {
  if (typeof value !== 'number' || !(value >= range.min && value <= range.max)) return false
  return range.integer !== true || Number.isInteger(value)
}

function describeRange(range: Range): string {
  return `${range.integer === true ? 'a whole number' : 'a number'} from ${range.min} to ${range.max}`
}

/** A short name of a wrong value, safe to print whatever it is. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value !== 'string') return String(value)
  if (value === '') return 'an empty text'
  return value.length > 60 ? `a text of ${value.length} characters` : `'${value}'`
}
