/** The rules and the items of the comparison, from a seed: the same for every engine. */

export type Value = string | number | boolean
export type Item = Readonly<Record<string, Value>>

export interface Test {
  readonly field: string
  readonly op: 'eq' | 'in' | 'ge' | 'lt'
  /** Several for `in`, else one. */
  readonly values: readonly Value[]
}

/** A rule is met when all its tests hold; the first rule of the list that is met decides. */
export type Rule = readonly Test[]

const TESTS_PER_RULE = 3

/** The values of a field; a rule tests it for one of them, or for one of two. */
const named: Readonly<Record<string, readonly string[]>> = {
  country: namesOf('country', 20),
  product: namesOf('product', 12),
  topic: namesOf('topic', 12),
  language: namesOf('language', 8),
  region: namesOf('region', 6),
  tier: namesOf('tier', 4),
}
/** Values are whole numbers below this; a rule tests for at least, or less than, a threshold. */
const numbered: Readonly<Record<string, number>> = { amount: 10_000, age: 90, seats: 500 }
const yesOrNo = ['vip']
/** What rules of a contact centre are about: each tests one of these, and any two fields beside it. */
const subjects = ['country', 'product', 'topic']

export const fields: readonly string[] = [...Object.keys(named), ...Object.keys(numbered), ...yesOrNo]
export const numberFields: readonly string[] = Object.keys(numbered)
export const booleanFields: readonly string[] = yesOrNo

type Random = (below: number) => number

export function randomRules(count: number, seed: number): readonly Rule[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const subject = subjects[random(subjects.length)] ?? ''
    const left = fields.filter((field) => field !== subject)
    const others = Array.from({ length: TESTS_PER_RULE - 1 }, () => left.splice(random(left.length), 1)[0] ?? '')
    return [subject, ...others].map((field) => randomTest(field, random))
  })
}

export function randomItems(count: number, seed: number): readonly Item[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () =>
    Object.fromEntries(fields.map((field) => [field, randomValue(field, random)])),
  )
}

function randomTest(field: string, random: Random): Test {
  const value = randomValue(field, random)
  if (typeof value === 'boolean') return { field, op: 'eq', values: [value] }
  if (typeof value === 'number') return { field, op: random(2) === 0 ? 'ge' : 'lt', values: [value] }
  return random(2) === 0
    ? { field, op: 'eq', values: [value] }
    : { field, op: 'in', values: [value, randomValue(field, random)] }
}

function randomValue(field: string, random: Random): Value {
  const names = named[field]
  if (names !== undefined) return names[random(names.length)] ?? ''
  const below = numbered[field]
  return below === undefined ? random(2) === 0 : random(below)
}

function namesOf(field: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${field} ${n}`)
}

/** Numbers below a bound, by the minimal standard generator: the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * below)
  }
}
