import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { count, instant, limit, list, name, PAGE_SIZE_MAX } from './values.ts'
import { workItemView } from './work-item.ts'

const group = 'Queues'
const queue = z.strictObject({ name })

export const queueView = z
  .strictObject({
    name,
    type: z.enum(['messaging', 'record', 'voice']),
    /** 1 is served first. */
    priority: z.int(),
    members: list(name),
    operatingHours: name.nullable(),
    assignment: z.enum(['highestCapacity', 'roundRobin', 'leastActive', 'none', 'custom']),
    /** Open items without an outstanding offer; null when this server cannot say, because another one routes. */
    waiting: count.nullable(),
    longestWaitSince: instant.nullable(),
  })
  .meta({ id: 'Queue' })
export type QueueView = z.output<typeof queueView>

export const listQueues = operation({
  id: 'listQueues',
  group,
  method: 'GET',
  path: `${apiBase}/queues`,
  summary: 'List the queues',
  audience: 'seeOrganization',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(queueView) }),
  replyStatus: 200,
  errors: [],
})

export const getQueue = operation({
  id: 'getQueue',
  group,
  method: 'GET',
  path: `${apiBase}/queues/{name}`,
  summary: 'Read one queue',
  audience: 'seeOrganization',
  params: queue,
  query: noQuery,
  body: noBody,
  reply: queueView,
  replyStatus: 200,
  errors: ['notFound'],
})

export const listWaitingWorkItems = operation({
  id: 'listWaitingWorkItems',
  group,
  method: 'GET',
  path: `${apiBase}/queues/{name}/waiting`,
  summary: 'List what waits in a queue, in the order of service',
  audience: 'seeOwnWork',
  params: queue,
  query: z.strictObject({ limit }),
  body: noBody,
  reply: z.strictObject({ items: list(workItemView, PAGE_SIZE_MAX), total: count }),
  replyStatus: 200,
  errors: ['notFound', 'unavailable'],
})
