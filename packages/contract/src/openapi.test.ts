import { describe, expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { capabilities, roles, rolesThatMay } from './roles.ts'

const document: Record<string, unknown> = JSON.parse(JSON.stringify(openApiDocument('1.0.0')))
const all: Operation[] = Object.values(operations)

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? new Map<string, unknown>(Object.entries(part)).get(key) : undefined,
    value,
  )
}

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : refsIn(part),
  )
}

test('every operation is in the document, with its roles in words', () => {
  for (const { id, method, path, audience } of all) {
    const described = at(document, 'paths', path, method.toLowerCase())
    expect(at(described, 'operationId')).toBe(id)
    if (audience !== 'anyone' && audience !== 'signedIn')
      for (const role of rolesThatMay(audience)) expect(at(described, 'description')).toContain(role)
  }
})

test('every reference leads to a schema of the document', () => {
  const names = Object.keys(Object(at(document, 'components', 'schemas')))
  const refs = refsIn(document)
  expect(refs.length).toBeGreaterThan(100)
  for (const ref of refs) expect(names).toContain(ref.replace('#/components/schemas/', ''))
})

test('operations are known by their ids, and no two share a method and path', () => {
  expect(Object.entries(operations).map(([key, { id }]) => [key, id])).toEqual(all.map(({ id }) => [id, id]))
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length)
})

describe.each(
  all.filter(({ example }) => example !== undefined).map((operation) => ({ id: operation.id, operation })),
)('$id', ({ operation }) => {
  test('its example is a body that it takes', () => {
    expect(operation.body.safeParse(operation.example).error).toBeUndefined()
  })
})

test('every text and list that a caller sends has an end', () => {
  const unbounded: string[] = []
  const visit = (where: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const isText = at(value, 'type') === 'string' && at(value, 'enum') === undefined && at(value, 'const') === undefined
    const isShort = /^\^[^*+]*\$$/.test(String(at(value, 'pattern')))
    if (isText && at(value, 'maxLength') === undefined && !isShort) unbounded.push(where)
    if (at(value, 'type') === 'array' && at(value, 'maxItems') === undefined) unbounded.push(where)
    for (const [key, part] of Object.entries(value)) if (key !== 'example') visit(`${where}.${key}`, part)
  }
  for (const { method, path } of all) {
    visit(`${method} ${path} body`, at(document, 'paths', path, method.toLowerCase(), 'requestBody'))
    visit(`${method} ${path} parameters`, at(document, 'paths', path, method.toLowerCase(), 'parameters'))
  }
  expect(unbounded).toEqual([])
})

test('a System Administrator may do everything, and every capability has a role', () => {
  for (const capability of capabilities) expect(rolesThatMay(capability)).toContain('System Administrator')
  expect(rolesThatMay('seeOrganization')).toEqual(roles)
})
