import { z } from 'zod'
import { writtenBulkBody } from './bulk-document.ts'
import { type ErrorCode, errorCodes } from './errors.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { problem, problemMediaType } from './problem.ts'
import { rolesThatMay } from './roles.ts'
import { apiKeyHeader } from './session.ts'

interface JsonObject {
  [key: string]: unknown
}

/** Errors that any operation may answer with, whatever it does. */
const commonErrors: readonly ErrorCode[] = ['invalid', 'limited', 'internal', 'unavailable']

/** Builds the OpenAPI 3.1 document of the whole API. */
export function openApiDocument(version: string): JsonObject {
  const components = new Map<string, unknown>()
  const paths: Record<string, JsonObject> = {}
  for (const operation of Object.values(operations)) {
    const path = paths[operation.path] ?? {}
    path[operation.method.toLowerCase()] = describeOperation(operation, components)
    paths[operation.path] = path
  }
  schemaOf(problem, 'output', components)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Unified Routing',
      version,
      description: 'Takes work of every kind and gives each item to the best representative who can take it now.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
    tags: [...new Set(Object.values(operations).map((operation) => operation.group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'unified-routing.session_token' },
        apiKey: { type: 'apiKey', in: 'header', name: apiKeyHeader },
      },
    },
  }
}

function describeOperation(operation: Operation, components: Map<string, unknown>): JsonObject {
  const body = operation.method === 'GET' || operation.method === 'DELETE' ? null : operation.body
  return {
    operationId: operation.id,
    tags: [operation.group],
    summary: operation.summary,
    description: [operation.description, audienceText(operation)].filter(Boolean).join('\n\n'),
    ...(operation.audience === 'anyone' ? { security: [] } : {}),
    parameters: [
      ...parametersOf(operation.params, 'path', components),
      ...parametersOf(operation.query, 'query', components),
      ...headersOf(operation),
    ],
    ...(body === null ? {} : { requestBody: describeBody(operation, components) }),
    responses: { [operation.replyStatus]: describeReply(operation, components), ...describeErrors(operation) },
  }
}

function audienceText(operation: Operation): string {
  if (operation.audience === 'anyone') return 'Open to anyone.'
  if (operation.audience === 'signedIn') return 'Open to whoever is signed in.'
  return `Roles: ${rolesThatMay(operation.audience).join(', ')}.`
}

function describeBody(operation: Operation, components: Map<string, unknown>): JsonObject {
  const written = operation.id === operations.runInBulk.id ? writtenBulkBody() : operation.body
  const schema = schemaOf(written, 'input', components)
  const example = operation.example === undefined ? {} : { example: operation.example }
  const required = operation.example !== undefined || operation.bodyType !== undefined
  return { required, content: { [operation.bodyType ?? 'application/json']: { schema, ...example } } }
}

function describeReply(operation: Operation, components: Map<string, unknown>): JsonObject {
  if (operation.replyStatus === 204) return { description: 'Done' }
  const headers = operation.version === undefined ? {} : { headers: { ETag: { schema: { type: 'string' } } } }
  const schema = schemaOf(operation.reply, 'output', components)
  return { description: 'Done', ...headers, content: { [operation.replyType ?? 'application/json']: { schema } } }
}

function describeErrors(operation: Operation): JsonObject {
  const signedIn: readonly ErrorCode[] = operation.audience === 'anyone' ? [] : ['unauthenticated', 'forbidden']
  const bodied: readonly ErrorCode[] = operation.method === 'GET' ? [] : ['tooLarge', 'unsupportedMediaType']
  const codes = new Set<ErrorCode>([...commonErrors, ...signedIn, ...bodied, ...operation.errors])
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const statuses = code === 'conflict' ? [409, 412] : [errorCodes[code].status]
    for (const status of statuses) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, held]) => [
      status,
      {
        description: held.map((code) => `\`${code}\`: ${errorCodes[code].meaning}`).join('\n\n'),
        content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query', components: Map<string, unknown>): JsonObject[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input', components)
  if (!isObject(properties) || !Array.isArray(required)) return []
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(isObject(property) && typeof property.description === 'string' ? { description: property.description } : {}),
    schema: property,
  }))
}

function headersOf(operation: Operation): JsonObject[] {
  const headers: JsonObject[] = []
  if (operation.method === 'POST')
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'A key of your own: whoever repeats the request with it gets the first answer again.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    })
  if (operation.version === 'may' || operation.version === 'must')
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: operation.version === 'must',
      description: 'The ETag of the version that was read.',
      schema: { type: 'string', maxLength: 100 },
    })
  if (operation.replyType === 'text/event-stream')
    headers.push({
      name: 'Last-Event-ID',
      in: 'header',
      required: false,
      description: 'The id of the last event received.',
      schema: { type: 'string', pattern: '^[0-9]{1,15}$' },
    })
  return headers
}

/** The JSON Schema of a zod schema; named parts go to the components and are referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Map<string, unknown>): JsonObject {
  const { $schema: _dialect, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  for (const [name, definition] of Object.entries($defs)) components.set(name, withComponentRefs(definition))
  const own = schema.meta()?.id
  if (own === undefined) return withComponentRefs(rest)
  components.set(own, withComponentRefs(rest))
  return { $ref: `#/components/schemas/${own}` }
}

function withComponentRefs(schema: object): JsonObject {
  // zod marks immutable lists `readOnly`, which in OpenAPI would mean "never sent".
  const entries = Object.entries(schema).filter(([key, value]) => !(key === 'readOnly' && value === true))
  return Object.fromEntries(entries.map(([key, value]) => [key, withRefs(key, value)]))
}

function withRefs(key: string, value: unknown): unknown {
  if (key === '$ref' && typeof value === 'string') return value.replace('#/$defs/', '#/components/schemas/')
  if (Array.isArray(value)) return value.map((part) => withRefs('', part))
  return isObject(value) ? withComponentRefs(value) : value
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
