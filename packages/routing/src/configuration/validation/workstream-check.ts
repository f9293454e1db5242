import type { RecordType, Workstream } from '../document.ts'
import { basePresences, INACTIVE_PRESENCE } from '../presences.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { asynchronousChannels } from '../workstream-settings.ts'
import { boolean, distinct, duration, integer, list, name, named, object, oneOf, show, textOf } from './checks.ts'
import { classification } from './classification-check.ts'
import { condition } from './condition-check.ts'
import { wordOrObject } from './either.ts'
import { YEAR_MS } from './organization-check.ts'
import type { Check, Place } from './place.ts'
import { capacityProfileName, queueName, tableName, workstreamName } from './references.ts'
import { queueOfType, routeToQueue } from './route-to-queue-check.ts'
import { channels, channelsOf, isQueueType, queueTypes } from './words.ts'

type Offer = NonNullable<Workstream['offer']>
type ContextVariable = NonNullable<Workstream['contextVariables']>[number]

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const UNITS_MAX = 2_147_483_647
const NAME_LENGTH_MAX = 100
const CONTEXT_VARIABLES_MAX = 500
const INTAKE_RULES_MAX = 100
const contextVariableForm = /^\w{1,100}$/

const contextVariableName: Check = (value, place) => {
  name(NAME_LENGTH_MAX)(value, place)
  if (typeof value !== 'string' || contextVariableForm.test(value)) return
  place.report(`${show(value)} is not possible; use letters, digits and '_', at most ${NAME_LENGTH_MAX}`)
}

const workstream = object<Workstream>({
  fields: {
    name: name(NAME_LENGTH_MAX),
    type: oneOf(queueTypes),
    channel: oneOf(channels),
    table: tableName,
    distribution: oneOf(['push', 'pick']),
    selectFromPush: boolean,
    fallbackQueue: queueName,
    capacity: wordOrObject([], {
      units: object<{ units: number }>({ fields: { units: integer(0, UNITS_MAX) }, required: ['units'] }),
      profiles: object<{ profiles: string[] }>({
        fields: { profiles: distinct(capacityProfileName, { min: 1 }) },
        required: ['profiles'],
      }),
    }),
    // An empty list is legal: the checker says what comes of it.
    allowedPresences: distinct(oneOf([...basePresences, INACTIVE_PRESENCE])),
    skillMatching: oneOf(['exact', 'closest', 'none']),
    affinity: boolean,
    wrapUp: wordOrObject(['alwaysBlock', 'dontBlock'], {
      block: object<{ block: string }>({
        fields: { block: duration(30 * SECOND_MS, 60 * MINUTE_MS) },
        required: ['block'],
      }),
    }),
    autoCloseAfterInactivity: duration(SECOND_MS, YEAR_MS),
    offer: object<Offer>({
      fields: { timeout: duration(SECOND_MS, DAY_MS), autoAssign: boolean, rejectable: boolean },
      required: [],
    }),
    contextVariables: named(
      object<ContextVariable>({
        fields: { name: contextVariableName, type: oneOf(['text', 'number']) },
        required: ['name', 'type'],
      }),
      { max: CONTEXT_VARIABLES_MAX },
    ),
    // Rules are read in the workstream's own scope: see `checkRules`.
    classification: () => undefined,
    routeToQueue: () => undefined,
  },
  required: ['name', 'type', 'channel'],
  refine: (row, place) => {
    checkType(row, place)
    checkChannel(row, place)
    checkRules(row, place)
  },
})

export const workstreams = named(workstream, { max: 1_000 })

export const recordTypes = list(
  object<RecordType>({
    fields: { table: tableName, intakeRules: () => undefined, routeOnCreate: boolean },
    required: ['table', 'intakeRules'],
    refine: checkIntake,
  }),
  { unique: (row) => textOf(row, 'table') },
)

function checkType(row: UnknownRecord, place: Place): void {
  const [type, channel, table, offer] = [own(row, 'type'), own(row, 'channel'), own(row, 'table'), own(row, 'offer')]
  if (!isQueueType(type)) return
  if (channels.some((known) => known === channel) && !channelsOf[type].some((known) => known === channel)) {
    place.at('channel').report(`${show(channel)} does not belong to type '${type}'; use ${channelsOf[type].join(', ')}`)
  }
  if (type !== 'record' && table !== undefined)
    place.at('table').report(`only record workstreams have a table; remove it`)
  if (type === 'record' && table === undefined) place.at('table').report('a record workstream needs its table; add it')
  if (type === 'record' && typeof table === 'string') checkQueueEnabled(table, place.at('table'))
  if (type === 'record' && isRecord(offer) && own(offer, 'rejectable') === true) {
    place.at('offer').at('rejectable').report('a record is assigned, not offered; remove it')
  }
  if (type === 'voice' && own(row, 'distribution') === 'pick') {
    place.at('distribution').report('calls are always pushed; remove it')
  }
  const fallback = own(row, 'fallbackQueue')
  if (typeof fallback === 'string' && place.names.queues.has(fallback)) {
    queueOfType(type)(fallback, place.at('fallbackQueue'))
  }
}

function checkChannel(row: UnknownRecord, place: Place): void {
  const channel = own(row, 'channel')
  if (channel === 'persistentChat' && own(row, 'affinity') === false) {
    place.at('affinity').report('a persistent chat returns to its representative; remove it')
  }
  const isAsynchronous = asynchronousChannels.some((known) => known === channel)
  if (own(row, 'autoCloseAfterInactivity') === undefined || isAsynchronous || typeof channel !== 'string') return
  place
    .at('autoCloseAfterInactivity')
    .report(
      `${show(channel)} never waits for the customer; use it with ${asynchronousChannels.join(', ')} or remove it`,
    )
}

function checkRules(row: UnknownRecord, place: Place): void {
  const [workstreamNamed, type] = [textOf(row, 'name'), own(row, 'type')]
  if (!isQueueType(type)) return
  const scope = place.names.scopes.workstream(workstreamNamed ?? '')
  const [rulesets, route] = [own(row, 'classification'), own(row, 'routeToQueue')]
  if (rulesets !== undefined) classification(scope)(rulesets, place.at('classification'))
  if (route !== undefined) routeToQueue(scope, type)(route, place.at('routeToQueue'))
}

function checkIntake(row: UnknownRecord, place: Place): void {
  const table = textOf(row, 'table')
  const rules = own(row, 'intakeRules')
  if (rules === undefined) return
  if (table !== null) checkQueueEnabled(table, place.at('table'))
  const target: Check = (value, there) => {
    workstreamName(value, there)
    const found = typeof value === 'string' ? there.names.workstreams.get(value) : undefined
    if (found === undefined || found.type === null || table === null) return
    if (found.type !== 'record') there.report(`workstream ${show(value)} takes no records; choose one of type 'record'`)
    else if (found.table !== null && found.table !== table) {
      there.report(`workstream ${show(value)} takes rows of '${found.table}'; choose one of '${table}'`)
    }
  }
  const rule = object<RecordType['intakeRules'][number]>({
    fields: { name: name(), when: condition(place.names.scopes.intake(table ?? '')), workstream: target },
    required: ['name', 'when', 'workstream'],
  })
  named(rule, { max: INTAKE_RULES_MAX })(rules, place.at('intakeRules'))
}

function checkQueueEnabled(table: string, place: Place): void {
  const definition = place.names.tables.get(table)
  if (definition === undefined || definition.queueEnabled) return
  place.report(`rows of ${show(table)} cannot be added to a queue; set queueEnabled on the table`)
}
