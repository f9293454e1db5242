import { z } from 'zod'
import { type MetricId, metrics } from './metrics.ts'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { count, instant, list, name, several, text } from './values.ts'
import { channel } from './work-item.ts'

const group = 'Figures'
/** Rows of a report. */
const ROWS_MAX = 10_000
/** Longest stretch of a report. */
const REPORT_DAYS_MAX = 400

const INSTANT_LENGTH_MAX = 40
const moment = instant.max(INSTANT_LENGTH_MAX)

const isMetric = (id: string): id is MetricId => Object.hasOwn(metrics, id)
const metricId = z.enum(Object.keys(metrics).filter(isMetric))

/** Figures by their place in the dictionary; null: there is nothing to take the mean or the share of. */
const figures = z.partialRecord(metricId, z.number().nullable()).meta({ id: 'Figures' })
export type FiguresView = z.output<typeof figures>

const period = z.enum(['today', '2h', '24h']).default('today')

const metricView = z
  .strictObject({
    id: metricId,
    name: text,
    definition: text,
    unit: z.enum(['count', 'duration', 'share']),
    span: z.enum(['now', 'period']),
    better: z.enum(['less', 'more']).nullable(),
    source: text,
  })
  .meta({ id: 'Metric' })

export const listMetrics = operation({
  id: 'listMetrics',
  group,
  method: 'GET',
  path: `${apiBase}/metrics`,
  summary: 'Read what each figure means',
  audience: 'seeOrganization',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(metricView) }),
  replyStatus: 200,
  errors: [],
})

/** When the figures were taken, and of which period those of a period are. */
const taken = { at: instant, from: instant, to: instant }

const queueFiguresView = z
  .strictObject({
    ...taken,
    /** Quarters of an hour that each `trend` tells of, oldest first. */
    trendFrom: instant,
    items: list(
      z.strictObject({
        queue: name,
        type: z.enum(['messaging', 'record', 'voice']),
        figures,
        longestWaitSince: instant.nullable(),
        /** By the service level of its kind of work: a longer wait is too long. */
        answerWithinSeconds: count,
        /** Work that entered the queue, by quarter of an hour. */
        trend: list(count, 100),
      }),
    ),
    /** Of the queues asked for, together; people count once. */
    total: z.strictObject({ figures, longestWaitSince: instant.nullable() }),
  })
  .meta({ id: 'QueueFigures' })
export type QueueFiguresView = z.output<typeof queueFiguresView>

export const getQueueFigures = operation({
  id: 'getQueueFigures',
  group,
  method: 'GET',
  path: `${apiBase}/figures/queues`,
  summary: 'Read the figures of the queues: how things are, and what happened in a period',
  description:
    'Figures of the present count the work that the caller may see; on a server that does not route they are absent. ' +
    'Figures of the period count the same work, by the business unit that it belonged to then, and follow a commit ' +
    'within about a second. ' +
    '`today` begins at midnight of the organization.',
  audience: 'seeAllWork',
  params: noParams,
  query: z.strictObject({ period, queue: several(name, 100) }),
  body: noBody,
  reply: queueFiguresView,
  replyStatus: 200,
  errors: [],
})

const representativeFiguresView = z
  .strictObject({ ...taken, items: list(z.strictObject({ representative: name, figures })) })
  .meta({ id: 'RepresentativeFigures' })
export type RepresentativeFiguresView = z.output<typeof representativeFiguresView>

export const getRepresentativeFigures = operation({
  id: 'getRepresentativeFigures',
  group,
  method: 'GET',
  path: `${apiBase}/figures/representatives`,
  summary: 'Read what each representative did in a period; who did nothing is left out',
  audience: 'seeAllWork',
  params: noParams,
  query: z.strictObject({ period }),
  body: noBody,
  reply: representativeFiguresView,
  replyStatus: 200,
  errors: [],
})

export const reportGroups = ['queue', 'representative', 'channel', 'day', 'hour', 'hourOfDay'] as const

const reportView = z
  .strictObject({
    from: instant,
    to: instant,
    timeZone: name,
    /** What is behind a key: a name; an instant for day and hour; 0 to 23 for the hour of the day. */
    items: list(z.strictObject({ key: text, figures }), ROWS_MAX),
    total: figures,
  })
  .meta({ id: 'Report' })
export type ReportView = z.output<typeof reportView>

export const getReport = operation({
  id: 'getReport',
  group,
  method: 'GET',
  path: `${apiBase}/figures/report`,
  summary: 'Read the figures of a period by queue, representative, channel, day or hour',
  description:
    `Days and hours are those of the organization’s clocks; at most ${REPORT_DAYS_MAX} days, by hour at most 100. ` +
    'Grouped or filtered by representative, only what is somebody’s doing counts: offers, answers, handling.',
  audience: 'seeAllWork',
  params: noParams,
  query: z.strictObject({
    from: moment,
    to: moment,
    by: z.enum(reportGroups).default('queue'),
    queue: several(name, 100),
    representative: several(name, 100),
    channel: several(channel, 20),
  }),
  body: noBody,
  reply: reportView,
  replyStatus: 200,
  errors: [],
})
