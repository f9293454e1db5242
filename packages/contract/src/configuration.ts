import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { count, list, NAME_LENGTH_MAX, name, text } from './values.ts'

const group = 'Configuration'

export const CONFIGURATION_BYTES_MAX = 16 * 1024 * 1024

/** The whole configuration document. The router's own validator judges it and names the path of each problem. */
const configurationDocument = z
  .record(z.string().max(NAME_LENGTH_MAX), z.unknown())
  .meta({ id: 'Configuration', description: 'The configuration document, see docs/configuration-document.md' })

const configurationProblem = z.strictObject({ path: z.string().max(2000), message: text })

const planned = z.strictObject({
  change: z.enum(['add', 'change', 'remove']),
  /** A list of the document, such as queues. */
  list: name,
  name: text,
})

const finding = z.strictObject({
  code: z.string().max(100),
  severity: z.enum(['error', 'warning', 'suggestion']),
  path: z.string().max(2000),
  message: text,
  remedy: text,
})

export const configurationCheck = z
  .strictObject({
    ok: z.boolean(),
    problems: list(configurationProblem),
    /** What applying it would do; empty when it has problems or changes nothing. */
    plan: list(planned, 100_000),
    /** What is legal but probably wrong, gravest first; empty when it has problems. */
    findings: list(finding, 1_000),
    version: count,
  })
  .meta({ id: 'ConfigurationCheck' })
export type ConfigurationCheck = z.output<typeof configurationCheck>

export const getConfiguration = operation({
  id: 'getConfiguration',
  group,
  method: 'GET',
  path: `${apiBase}/configuration`,
  summary: 'Read the configuration document',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: configurationDocument,
  replyStatus: 200,
  version: 'read',
  errors: [],
})

export const replaceConfiguration = operation({
  id: 'replaceConfiguration',
  group,
  method: 'PUT',
  path: `${apiBase}/configuration`,
  summary: 'Replace the configuration document',
  description:
    'All or nothing. The reply carries the new version as its ETag. Each change needs its privilege: default presence, ' +
    'capacity and queue members are open to supervisors, roles and e-mail addresses to a System Administrator.',
  audience: 'editRepresentatives',
  params: noParams,
  query: noQuery,
  body: configurationDocument,
  reply: z.strictObject({ version: count }),
  replyStatus: 200,
  version: 'must',
  bodyBytesMax: CONFIGURATION_BYTES_MAX,
  errors: ['conflict', 'refused', 'preconditionRequired'],
  example: { version: 1, queues: [{ name: 'Billing', type: 'record', members: [] }] },
})

export const validateConfiguration = operation({
  id: 'validateConfiguration',
  group,
  method: 'POST',
  path: `${apiBase}/configuration/validate`,
  summary: 'Check a configuration document and plan its changes; changes nothing',
  audience: 'editRepresentatives',
  params: noParams,
  query: noQuery,
  body: configurationDocument,
  reply: configurationCheck,
  replyStatus: 200,
  bodyBytesMax: CONFIGURATION_BYTES_MAX,
  errors: [],
  example: { version: 1, queues: [{ name: 'Billing', type: 'record', members: ['nobody'] }] },
})
