import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRecord } from './unknown-record.ts'
import { validateConfiguration } from './validate.ts'
import { type DocumentPath, problemsWith, wellFormed } from './well-formed-document.fixture.ts'

test('conditions are accepted fifty levels deep and refused, without a crash, at any greater depth', () => {
  const nested = (levels: number) => {
    let condition: object = { all: [] }
    for (let level = 1; level < levels; level++) condition = { not: condition }
    return condition
  }
  const when = ['workstreams', 0, 'routeToQueue', 'rules', 0, 'when']
  expect(problemsWith(when, nested(50))).toEqual([])
  for (const depth of [51, 100_000]) {
    expect(problemsWith(when, nested(depth)).map(({ message }) => message)).toEqual([
      'the condition is nested deeper than 50 levels',
    ])
  }
})

test('keys that would change prototypes are refused like any unknown name', () => {
  const document = wellFormed.replace('"skills":{"French":7}', '"skills":{"__proto__":7}')
  const validation = validateConfiguration(
    JSON.parse(document.replace('"version":1', '"version":1,"__proto__":{"x":1}')),
  )
  expect(validation.ok ? [] : validation.problems.map(({ path }) => path)).toEqual([
    '__proto__',
    'representatives[0].skills.__proto__',
  ])
})

test('a document with a hundred thousand mistakes is answered soon, with the first of them', () => {
  const members = Array.from({ length: 100_000 }, (_, index) => `representative number ${index}`)
  const started = performance.now()
  expect(problemsWith(['queues', 0, 'members'], members).length).toBe(500)
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('anything at all in place of any value gives problems or a valid document, never an exception', () => {
  const anyPath = fc.constantFrom(...everyPath(JSON.parse(wellFormed)))
  const anyValue = fc.oneof(
    fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(anyPath, anyValue, (path, value) => {
      for (const problem of problemsWith(path, value)) {
        expect(typeof problem.path).toBe('string')
        expect(problem.message.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('anything at all as the document gives problems', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (input) => {
      expect(validateConfiguration(input).ok).toBe(
        isRecord(input) && input.version === 1 && Object.keys(input).length === 1,
      )
    }),
  )
})

function everyPath(value: unknown, path: DocumentPath = []): readonly DocumentPath[] {
  if (Array.isArray(value))
    return value.flatMap((element, index) => [[...path, index], ...everyPath(element, [...path, index])])
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, element]) => [[...path, key], ...everyPath(element, [...path, key])])
}
