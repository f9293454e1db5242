import { durationMs } from '../../src/configuration/duration.ts'
import type { Literal, NotEligibleReason } from '../../src/vocabulary.ts'
import { Fields, isLiteral, isObject, isText, isWithin } from './fields.ts'
import { optionalDuration } from './parse-action.ts'
import { type Expectation, type Fact, metrics, type Wanted } from './scenario.ts'

const SERVICE_LEVEL_THRESHOLD = '20s'
const TOLERANCE_DEFAULT = 1
const anyNumber = { min: -1e15, max: 1e15 } as const

type FactKind =
  | 'text'
  | 'nullableText'
  | 'boolean'
  | 'number'
  | 'nullableNumber'
  | 'texts'
  | 'literals'
  | 'numbers'
  | 'ratings'
type FactKinds = Readonly<Record<string, FactKind>>

const itemFacts: FactKinds = {
  exists: 'boolean',
  state: 'text',
  queue: 'nullableText',
  workstream: 'text',
  offeredTo: 'nullableText',
  assignedTo: 'nullableText',
  reason: 'nullableText',
  skills: 'ratings',
  capacityProfiles: 'texts',
  attributes: 'literals',
  priorityScore: 'number',
  position: 'nullableNumber',
  parked: 'boolean',
}
const representativeFacts: FactKinds = {
  presence: 'text',
  units: 'number',
  profiles: 'numbers',
  items: 'texts',
  working: 'boolean',
}
const queueFacts: FactKinds = { waiting: 'texts', length: 'number' }

const workItemStates = ['Open', 'Active', 'Waiting', 'Wrap-up', 'Closed'] as const

/** Every reason of the scenario format; a reason added to the vocabulary must be added here. */
const reasonTable: Readonly<Record<NotEligibleReason, true>> = {
  notQueueMember: true,
  notBookable: true,
  signedOut: true,
  presenceNotAllowed: true,
  insufficientUnits: true,
  profileMissing: true,
  profileExhausted: true,
  blockedByProfile: true,
  skillMissing: true,
  ratingTooLow: true,
  skillInactive: true,
  declineLimitReached: true,
  notWorking: true,
  notInUserGroupYet: true,
  conditionNotMet: true,
  noPermission: true,
}

/** How each kind of expectation is read; the key that names the kind comes with its own facts. */
const parsers: Readonly<Record<string, (fields: Fields) => Expectation>> = {
  whyNot: parseWhyNot,
  metric: parseMetric,
  shares: parseShares,
  assignments: (fields) => ({ type: 'assignments', assignments: pairs(fields, 'assignments') }),
  nothingAssigned: parseNothingAssigned,
  item: (fields) => {
    fields.optionalOneOf('state', workItemStates)
    return { type: 'item', item: fields.text('item'), wanted: wantedFacts(fields, itemFacts) }
  },
  representative: (fields) => ({
    type: 'representative',
    representative: fields.text('representative'),
    wanted: wantedFacts(fields, representativeFacts),
  }),
  queue: (fields) => ({ type: 'queue', queue: fields.text('queue'), wanted: wantedFacts(fields, queueFacts) }),
}

/** Reads the value of `expect`: one expectation or a list of them. */
export function parseExpectations(value: unknown, path: string, parent: Fields): readonly Expectation[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (list.length === 0) parent.report(path, 'expects nothing')
  const isOne = !Array.isArray(value)
  return list.flatMap((one, index) => {
    const fields = new Fields(one, isOne ? path : `${path}[${index}]`, parent.report)
    // `item` also stands beside other facts of an item, so the order of the table decides.
    const kind = Object.keys(parsers).find((name) => fields.has(name) && isKindOf(name, fields))
    const parse = kind === undefined ? undefined : parsers[kind]
    if (parse === undefined) {
      if (isObject(one)) parent.report(fields.path, `needs one of ${Object.keys(parsers).join(', ')}`)
      return []
    }
    const expectation = parse(fields)
    fields.done()
    return [expectation]
  })
}

/** "queue" names a queue to look at, unless it is a fact of an item. */
function isKindOf(name: string, fields: Fields): boolean {
  return name !== 'queue' || !fields.has('item')
}

function wantedFacts(fields: Fields, kinds: FactKinds): Wanted {
  const wanted: [string, Fact][] = []
  for (const [name, kind] of Object.entries(kinds)) {
    if (!fields.has(name)) {
      fields.value(name)
      continue
    }
    const fact = readFact(fields, name, kind)
    if (fact !== undefined) wanted.push([name, fact])
  }
  if (wanted.length === 0 && fields.keys().length === 1) fields.report(fields.path, 'expects nothing')
  return Object.fromEntries(wanted)
}

function readFact(fields: Fields, name: string, kind: FactKind): Fact | undefined {
  switch (kind) {
    case 'text':
      return fields.optionalText(name)
    case 'nullableText':
      return fields.value(name) === null ? null : fields.optionalText(name)
    case 'boolean':
      return fields.optionalBoolean(name)
    case 'number':
      return fields.optionalNumber(name, anyNumber)
    case 'nullableNumber':
      return fields.nullableNumber(name, anyNumber)
    case 'texts':
      return fields.texts(name)
    case 'literals':
      return fields.record<Literal>(name, 'a text, a number, true, false or null', isLiteral)
    case 'numbers':
      return fields.record(name, 'a number', isNumber)
    case 'ratings':
      return fields.record(name, 'a rating or null', isRating)
  }
}

function isNumber(value: unknown): value is number {
  return isWithin(value, anyNumber)
}

function isRating(value: unknown): value is number | null {
  return value === null || isNumber(value)
}

function pairs(fields: Fields, name: string): readonly (readonly [string, string])[] {
  return fields.list(name).flatMap((pair, index) => {
    const [item, representative, ...rest]: readonly unknown[] = Array.isArray(pair) ? pair : []
    if (isText(item) && isText(representative) && rest.length === 0) return [[item, representative] as const]
    fields.report(`${fields.at(name)}[${index}]`, 'expected a pair: [item, representative]')
    return []
  })
}

function parseWhyNot(fields: Fields): Expectation {
  const pair = new Fields(fields.value('whyNot'), fields.at('whyNot'), fields.report)
  const [item, representative] = [pair.text('item'), pair.text('representative')]
  pair.done()
  const named = fields.texts('reasons')
  for (const [index, reason] of named.entries())
    if (!isReason(reason)) fields.report(`${fields.at('reasons')}[${index}]`, `unknown reason '${reason.slice(0, 40)}'`)
  return { type: 'whyNot', item, representative, reasons: named.filter(isReason) }
}

function isReason(name: string): name is NotEligibleReason {
  return Object.hasOwn(reasonTable, name)
}

function parseMetric(fields: Fields): Expectation {
  const atLeast = fields.optionalNumber('atLeast', anyNumber)
  const atMost = fields.optionalNumber('atMost', anyNumber)
  if (!fields.has('atLeast') && !fields.has('atMost')) fields.report(fields.path, 'needs atLeast, atMost or both')
  return {
    type: 'metric',
    metric: fields.oneOf('metric', metrics),
    of: fields.optionalText('of'),
    thresholdMs: optionalDuration(fields, 'threshold') ?? durationMs(SERVICE_LEVEL_THRESHOLD),
    atLeast,
    atMost,
  }
}

function parseShares(fields: Fields): Expectation {
  return {
    type: 'shares',
    shares: fields.record('shares', 'a percentage', isNumber),
    of: fields.text('of'),
    tolerance: fields.optionalNumber('tolerance', { min: 0, max: 100 }) ?? TOLERANCE_DEFAULT,
  }
}

function parseNothingAssigned(fields: Fields): Expectation {
  if (fields.optionalBoolean('nothingAssigned') === false)
    fields.report(fields.at('nothingAssigned'), 'can only be true; expect `assignments` for anything else')
  return { type: 'nothingAssigned' }
}
