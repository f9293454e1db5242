import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'

const group = 'Documents and probes'

export const getOpenApi = operation({
  id: 'getOpenApi',
  group,
  method: 'GET',
  path: `${apiBase}/openapi.json`,
  summary: 'This document',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.record(z.string().max(100), z.unknown()),
  replyStatus: 200,
  errors: [],
})

export const getDocs = operation({
  id: 'getDocs',
  group,
  method: 'GET',
  path: `${apiBase}/docs`,
  summary: 'This document as a page',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.string(),
  replyStatus: 200,
  replyType: 'text/html',
  errors: [],
})

export const getHealth = operation({
  id: 'getHealth',
  group,
  method: 'GET',
  path: '/healthz',
  summary: 'The process lives',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ status: z.literal('ok') }),
  replyStatus: 200,
  errors: [],
})

export const getMetrics = operation({
  id: 'getMetrics',
  group,
  method: 'GET',
  path: '/metrics',
  summary: 'Figures of this server, for Prometheus',
  description: 'In the text format of Prometheus. Sign in with an API key in `x-api-key`.',
  audience: 'seeAllWork',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.string(),
  replyStatus: 200,
  replyType: 'text/plain',
  errors: [],
})

export const getReadiness = operation({
  id: 'getReadiness',
  group,
  method: 'GET',
  path: '/readyz',
  summary: 'The server can answer requests',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ status: z.literal('ready'), role: z.enum(['leader', 'follower']) }),
  replyStatus: 200,
  errors: ['unavailable'],
})
