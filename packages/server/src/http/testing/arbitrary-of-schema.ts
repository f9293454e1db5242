import fc from 'fast-check'

type Schema = Readonly<Record<string, unknown>>

const DEPTH_MAX = 5
const LENGTH_MAX = 40
const NUMBER_MAX = 1_000_000
/** For each value that goes wrong on purpose, so many are as the schema wants them. */
const RIGHT_PER_WRONG = 14

/** Names of the organization of tests, so that some of what is made up is there. */
const known = ['case', 'case-1', 'contact-1', 'cara', 'olga', 'Support', 'Chats', 'Website chat', 'High', 'quickReply']
/** What has broken programs before. */
const nasty: readonly unknown[] = [
  ...['', '\u0000', '\ud800', '__proto__', 'constructor', '=1+1', "'; drop table work_item --", '%00', '\u202e', '😀'],
  ...['a\r\nSet-Cookie: a=b', '{"level":"error"}', 'x'.repeat(5_000), null, true, -0, -1, 1.5, 2 ** 53, 1e308],
  ...[[], {}, [null], { constructor: 1 }, JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)],
]

/** Values that a JSON schema of the OpenAPI document describes, now and then spoiled in one place or more. */
export function arbitraryOf(schema: unknown, components: Schema): fc.Arbitrary<unknown> {
  const made = new Map<string, fc.Arbitrary<unknown>>()

  function of(value: unknown, depth: number): fc.Arbitrary<unknown> {
    const right = depth > DEPTH_MAX ? fc.constant(null) : rightly(schemaIn(value), depth)
    return fc.oneof({ weight: RIGHT_PER_WRONG, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...nasty) })
  }
  function rightly(wanted: Schema, depth: number): fc.Arbitrary<unknown> {
    const { $ref: reference, const: only, enum: words, anyOf, oneOf, allOf, type } = wanted
    if (typeof reference === 'string') return named(reference, depth)
    if (only !== undefined) return fc.constant(only)
    if (Array.isArray(words)) return fc.constantFrom(...words)
    const choices = anyOf ?? oneOf
    if (Array.isArray(choices)) return fc.oneof(...choices.map((choice) => of(choice, depth + 1)))
    if (Array.isArray(allOf)) return fc.tuple(...allOf.map((part) => of(part, depth))).map(together)
    const types = Array.isArray(type) ? type : [type]
    return fc.oneof(...types.map((one) => ofType(one, wanted, depth)))
  }
  function named(reference: string, depth: number): fc.Arbitrary<unknown> {
    const key = `${depth} ${reference}`
    const found = made.get(key) ?? of(components[reference.split('/').at(-1) ?? ''], depth + 1)
    made.set(key, found)
    return found
  }
  function ofType(type: unknown, wanted: Schema, depth: number): fc.Arbitrary<unknown> {
    switch (type) {
      case 'string':
        return text(wanted)
      case 'integer':
        return fc.integer({ min: numberIn(wanted.minimum, -1), max: numberIn(wanted.maximum, NUMBER_MAX) })
      case 'number':
        return fc.double({ min: numberIn(wanted.minimum, -1), max: numberIn(wanted.maximum, NUMBER_MAX), noNaN: true })
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'array':
        return fc.array(of(wanted.items, depth + 1), {
          minLength: Math.min(numberIn(wanted.minItems, 0), LENGTH_MAX),
          maxLength: Math.min(numberIn(wanted.maxItems, 3), 3),
        })
      case 'object':
        return record(wanted, depth)
      default:
        return fc.jsonValue({ maxDepth: 2 })
    }
  }
  function record({ properties, required, additionalProperties: others }: Schema, depth: number) {
    const fields = Object.entries(schemaIn(properties)).map(([name, field]) => [name, of(field, depth + 1)] as const)
    const needed = Array.isArray(required) ? required.map(String) : []
    const held = fc.record(Object.fromEntries(fields), { requiredKeys: needed })
    if (others === undefined || others === false) return held
    return fc.tuple(held, fc.dictionary(text({}), of(others, depth + 1), { maxKeys: 3 })).map(together)
  }
  return of(schema, 0)
}

function text({ pattern, minLength, maxLength, format }: Schema): fc.Arbitrary<string> {
  const longest = Math.min(numberIn(maxLength, LENGTH_MAX), LENGTH_MAX)
  const some = fc.string({ unit: 'binary', minLength: Math.min(numberIn(minLength, 0), longest), maxLength: longest })
  const names = fc.constantFrom(...known)
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  if (format === 'email') return fc.constantFrom('somebody@example.com', 'cara@example.com')
  return typeof pattern === 'string' ? fc.oneof(names, matching(pattern, some)) : fc.oneof(names, some)
}

function matching(pattern: string, otherwise: fc.Arbitrary<string>): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'))
  } catch {
    // Looking ahead and behind is more than fast-check can turn around.
    return otherwise
  }
}

function together(parts: readonly unknown[]): unknown {
  return Object.assign({}, ...parts.map((part) => (typeof part === 'object' ? part : {})))
}

function schemaIn(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function numberIn(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Math.abs(value) <= NUMBER_MAX ? value : otherwise
}
