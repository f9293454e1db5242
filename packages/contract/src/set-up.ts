import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { count, countsByName, instant, list, name, text } from './values.ts'

const group = 'Enabling'

/** Where in the admin center something is done; the pages know the address of each. */
const adminPlaces = [
  'unifiedRouting',
  'users',
  'queues',
  'recordRouting',
  'workstreams',
  'diagnostics',
  'skills',
  'capacityProfiles',
  'channels',
  'cases',
  'configuration',
  'health',
  'operatingHours',
  'presences',
  'consent',
] as const

const place = z.enum(adminPlaces)
export type AdminPlace = z.output<typeof place>

const setUpStep = z.strictObject({
  key: name,
  title: text,
  text,
  done: z.boolean(),
  /** What the judgement rests on: "2 queues with members". */
  fact: text,
  optional: z.boolean(),
  place,
})

const setUpPath = z.strictObject({
  key: z.enum(['records', 'channels']),
  title: text,
  steps: list(setUpStep),
})

const setUpView = z
  .strictObject({
    paths: list(setUpPath),
    /** The one to do now: the first of the records that is not done, then of the channels; null: all is done. */
    next: z.strictObject({ path: setUpPath.shape.key, step: name }).nullable(),
  })
  .meta({ id: 'SetUp' })
export type SetUpView = z.output<typeof setUpView>

const healthFinding = z.strictObject({
  /** What was found, such as queueWithoutPeople. */
  code: z.string().max(100),
  severity: z.enum(['error', 'warning', 'suggestion']),
  /** `live`: how things are now. `configuration`: legal, but probably wrong. */
  source: z.enum(['live', 'configuration']),
  title: text,
  detail: text,
  /** How many people each reason keeps from the work; empty when that is not the trouble. */
  reasons: countsByName,
  fix: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open'), label: text, place, name: text.nullable() }),
    z.strictObject({
      kind: z.literal('do'),
      label: text,
      action: z.enum(['turnOnChannel', 'grantLicence']),
      /** The channel, or the licence. */
      target: name,
    }),
    z.strictObject({ kind: z.literal('tell'), label: text }),
  ]),
})
export type HealthFinding = z.output<typeof healthFinding>

const healthView = z
  .strictObject({ checkedAt: instant, findings: list(healthFinding, 2_000) })
  .meta({ id: 'HealthCheck' })
export type HealthView = z.output<typeof healthView>

const flowView = z
  .strictObject({
    /** Today by the organization's time zone, one entry an hour from midnight on. */
    hours: list(z.strictObject({ from: instant, arrived: count, closed: count }), 30),
    waiting: count,
    active: count,
  })
  .meta({ id: 'TodaysFlow' })
export type FlowView = z.output<typeof flowView>

export const getSetUp = operation({
  id: 'getSetUp',
  group,
  method: 'GET',
  path: `${apiBase}/set-up`,
  summary: 'Read what of the set-up is done, and the next step',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: setUpView,
  replyStatus: 200,
  errors: [],
})

export const checkHealth = operation({
  id: 'checkHealth',
  group,
  method: 'GET',
  path: `${apiBase}/health-check`,
  summary: 'Find what would keep work from flowing, each with a fix',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: healthView,
  replyStatus: 200,
  errors: [],
})

export const getTodaysFlow = operation({
  id: 'getTodaysFlow',
  group,
  method: 'GET',
  path: `${apiBase}/flow/today`,
  summary: 'Read how much work came and was closed today, by hour',
  audience: 'seeAllWork',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: flowView,
  replyStatus: 200,
  errors: [],
})
