import { durationMs, parseDuration } from '../../src/configuration/duration.ts'
import type { DurationMs, Literal } from '../../src/vocabulary.ts'
import { Fields, isLiteral, isObject, isWithin } from './fields.ts'
import type { Action, ActionType, Arrivals, Draw, GenerateAction, SkillEdit } from './scenario.ts'

const UNITS_MAX = 1_000_000
const GENERATED_COUNT_MAX = 5_000_000
const CHOICES_MAX = 1_000
const anyRating = { min: -1_000_000, max: 1_000_000 } as const

type Parse<Type extends ActionType> = (fields: Fields) => Extract<Action, { readonly type: Type }>
type RepresentativeOnly = 'signOut' | 'disconnect' | 'reconnect' | 'resetPresence'
type RecordOnly = 'saveAndRoute' | 'completeRecord' | 'deleteRecord' | 'clearWorkedBy'
type ItemOnly =
  | 'customerLeaves'
  | 'customerDisconnects'
  | 'customerReturns'
  | 'release'
  | 'removeFromQueue'
  | 'forceClose'

/** How the arguments of each action are read; the key of the step names the action. */
const parsers: { readonly [Type in ActionType]: Parse<Type> } = {
  signIn: (fields) => ({
    type: 'signIn',
    representative: fields.text('representative'),
    presence: fields.optionalText('presence'),
  }),
  signOut: byRepresentative('signOut'),
  disconnect: byRepresentative('disconnect'),
  reconnect: byRepresentative('reconnect'),
  setPresence: (fields) => ({
    type: 'setPresence',
    representative: fields.text('representative'),
    presence: fields.text('presence'),
  }),
  resetPresence: byRepresentative('resetPresence'),
  setUnits: (fields) => ({
    type: 'setUnits',
    representative: fields.text('representative'),
    units: fields.number('units', { min: 0, max: UNITS_MAX, integer: true }),
  }),
  setCustomLimit: (fields) => ({
    type: 'setCustomLimit',
    representative: fields.text('representative'),
    profile: fields.text('profile'),
    limit: fields.nullableNumber('limit', { min: 0, max: UNITS_MAX, integer: true }),
  }),
  setSkill: parseSkillEdit,
  joinQueue: (fields) => ({
    type: 'joinQueue',
    representative: fields.text('representative'),
    queue: fields.text('queue'),
  }),
  leaveQueue: (fields) => ({
    type: 'leaveQueue',
    representative: fields.text('representative'),
    queue: fields.text('queue'),
  }),
  createRecord: (fields) => ({
    type: 'createRecord',
    id: fields.text('id'),
    table: fields.text('table'),
    values: fields.optionalLiterals('values'),
    route: fields.optionalBoolean('route'),
  }),
  updateRecord: (fields) => ({ type: 'updateRecord', id: fields.text('id'), values: fields.literals('values') }),
  saveAndRoute: byRecord('saveAndRoute'),
  completeRecord: byRecord('completeRecord'),
  deleteRecord: byRecord('deleteRecord'),
  clearWorkedBy: byRecord('clearWorkedBy'),
  startConversation: (fields) => ({
    type: 'startConversation',
    id: fields.text('id'),
    workstream: fields.text('workstream'),
    customer: fields.optionalText('customer') ?? null,
    context: fields.optionalLiterals('context'),
    text: fields.optionalText('text'),
    bot: fields.optionalText('bot'),
  }),
  customerMessage: (fields) => ({
    type: 'customerMessage',
    item: fields.text('item'),
    text: fields.optionalText('text'),
  }),
  customerLeaves: byItem('customerLeaves'),
  customerDisconnects: byItem('customerDisconnects'),
  customerReturns: byItem('customerReturns'),
  escalate: (fields) => ({
    type: 'escalate',
    item: fields.text('item'),
    context: fields.optionalLiterals('context'),
  }),
  accept: byItemAndRepresentative('accept'),
  reject: byItemAndRepresentative('reject'),
  pick: byItemAndRepresentative('pick'),
  endConversation: bySomeone('endConversation'),
  closeSession: bySomeone('closeSession'),
  setItemSkills: (fields) => ({
    type: 'setItemSkills',
    item: fields.text('item'),
    skills: fields.record('skills', 'a rating or null', isRating),
  }),
  setItemAttributes: (fields) => ({
    type: 'setItemAttributes',
    item: fields.text('item'),
    attributes: fields.literals('attributes'),
  }),
  transferToQueue: (fields) => ({
    type: 'transferToQueue',
    item: fields.text('item'),
    queue: fields.text('queue'),
  }),
  transferToRepresentative: byItemAndRepresentative('transferToRepresentative'),
  transferToNumber: (fields) => ({
    type: 'transferToNumber',
    item: fields.text('item'),
    number: fields.text('number'),
  }),
  assign: parseAssign,
  release: byItem('release'),
  removeFromQueue: byItem('removeFromQueue'),
  forceClose: byItem('forceClose'),
  configure: (fields) => ({
    type: 'configure',
    changes: Object.fromEntries(fields.keys().map((key) => [key, fields.value(key)])),
  }),
  generate: parseGenerate,
}

export const actionTypes: readonly string[] = Object.keys(parsers)

export function isActionType(name: string): name is ActionType {
  return Object.hasOwn(parsers, name)
}

/** Reads the arguments of one action; what is wrong is reported with its path. */
export function parseAction(type: ActionType, fields: Fields): Action {
  const action = parsers[type](fields)
  fields.done()
  return action
}

function byRepresentative<const Type extends RepresentativeOnly>(type: Type) {
  return (fields: Fields) => ({ type, representative: fields.text('representative') })
}

function byRecord<const Type extends RecordOnly>(type: Type) {
  return (fields: Fields) => ({ type, id: fields.text('id') })
}

function byItem<const Type extends ItemOnly>(type: Type) {
  return (fields: Fields) => ({ type, item: fields.text('item') })
}

function byItemAndRepresentative<const Type extends 'accept' | 'reject' | 'pick' | 'transferToRepresentative'>(
  type: Type,
) {
  return (fields: Fields) => ({ type, item: fields.text('item'), representative: fields.text('representative') })
}

function bySomeone<const Type extends 'endConversation' | 'closeSession'>(type: Type) {
  return (fields: Fields) => ({
    type,
    item: fields.text('item'),
    representative: fields.optionalText('representative'),
  })
}

function isRating(value: unknown): value is number | null {
  return value === null || isWithin(value, anyRating)
}

function parseSkillEdit(fields: Fields): SkillEdit {
  const hasRating = fields.has('rating')
  return {
    type: 'setSkill',
    representative: fields.text('representative'),
    skill: fields.text('skill'),
    rating: hasRating ? fields.nullableNumber('rating', anyRating) : undefined,
    active: fields.optionalBoolean('active'),
    remove: fields.optionalBoolean('remove') ?? false,
  }
}

function parseAssign(fields: Fields): Extract<Action, { readonly type: 'assign' }> {
  const representative = fields.optionalText('representative')
  const queue = fields.optionalText('queue')
  if (fields.has('representative') === fields.has('queue'))
    fields.report(fields.path, 'needs either a representative or a queue')
  return { type: 'assign', item: fields.text('item'), representative, queue }
}

function parseGenerate(fields: Fields): GenerateAction {
  return {
    type: 'generate',
    id: fields.text('id'),
    count: fields.number('count', { min: 1, max: GENERATED_COUNT_MAX, integer: true }),
    arrivals: parseArrivals(fields),
    work: parseWork(fields),
    customer: fields.optionalText('customer') ?? null,
    handlingMs: optionalDuration(fields, 'handling') ?? null,
  }
}

function parseArrivals(fields: Fields): Arrivals {
  const ratePerMinute = fields.optionalNumber('ratePerMinute', { min: 0.000_001, max: 1_000_000 })
  const gapMs = optionalDuration(fields, 'every')
  if (ratePerMinute !== undefined && gapMs !== undefined)
    fields.report(fields.path, 'takes either ratePerMinute or every, not both')
  if (ratePerMinute !== undefined) return { type: 'poisson', ratePerMinute }
  return gapMs === undefined ? { type: 'atOnce' } : { type: 'fixedGap', gapMs }
}

function parseWork(fields: Fields): GenerateAction['work'] {
  const workstream = fields.optionalText('workstream')
  const table = fields.optionalText('table')
  const context = fields.has('context') ? parseDraws(fields, 'context') : {}
  const values = fields.has('values') ? parseDraws(fields, 'values') : {}
  if ((workstream === undefined) === (table === undefined))
    fields.report(fields.path, 'needs either a workstream, for conversations, or a table, for records')
  if (table === undefined) {
    if (fields.has('values')) fields.report(fields.at('values'), 'belongs to records; conversations have a context')
    return { type: 'conversations', workstream: workstream ?? '', context }
  }
  if (fields.has('context')) fields.report(fields.at('context'), 'belongs to conversations; records have values')
  return { type: 'records', table, values }
}

function parseDraws(fields: Fields, name: string): Readonly<Record<string, Draw>> {
  const value = fields.value(name)
  if (!isObject(value)) {
    fields.report(fields.at(name), 'expected an object')
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, parseDraw(one, `${fields.at(name)}.${key}`, fields)]),
  )
}

function parseDraw(value: unknown, path: string, parent: Fields): Draw {
  if (isLiteral(value)) return { fixed: value }
  const fields = new Fields(value, path, parent.report)
  const choice = literalList(fields)
  const weights = fields.has('weights') ? weightList(fields) : choice.map(() => 1)
  if (weights.length !== choice.length) fields.report(fields.at('weights'), 'must have one weight for each choice')
  else if (choice.length > 0 && !weights.some((weight) => weight > 0))
    fields.report(fields.at('weights'), 'must not all be zero')
  fields.done()
  return { choice, weights }
}

function literalList(fields: Fields): readonly Literal[] {
  const list = fields.list('choice')
  if (list.length > CHOICES_MAX || (list.length === 0 && fields.has('choice')))
    fields.report(fields.at('choice'), `expected 1 to ${CHOICES_MAX} values`)
  const good = list.filter(isLiteral)
  if (good.length < list.length) fields.report(fields.at('choice'), 'expected texts, numbers, true, false or null')
  return good
}

function weightList(fields: Fields): readonly number[] {
  const list = fields.list('weights')
  const good = list.filter((weight) => isWithin(weight, { min: 0, max: 1_000_000_000 }))
  if (good.length < list.length) fields.report(fields.at('weights'), 'expected numbers from 0')
  return good
}

/** A duration of the file in milliseconds; undefined when absent or wrong, which is reported. */
export function optionalDuration(fields: Fields, name: string): DurationMs | undefined {
  const text = fields.optionalText(name)
  if (text === undefined) return undefined
  if (parseDuration(text) === null)
    fields.report(fields.at(name), `'${text.slice(0, 40)}' is no duration such as 90s, 5m or PT2H`)
  return durationMs(text)
}
