import { z } from 'zod'

/** Most characters of a name or an id. */
export const NAME_LENGTH_MAX = 100
/** Most characters of a text value of a row, a message, a condition. */
export const TEXT_LENGTH_MAX = 10_000
/** Most rows in one page. */
export const PAGE_SIZE_MAX = 200
/** Most rows of a list that is not paged. */
const LIST_LENGTH_MAX = 10_000

/** A name as the configuration writes it: any characters a person can see, no line breaks. */
export const name = z
  .string()
  .min(1)
  .max(NAME_LENGTH_MAX)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must not hold control characters')
  .meta({ examples: ['Billing'] })

/** An id: letters, digits and . _ : @ - ; it begins with a letter or digit. */
export const id = z
  .string()
  .min(1)
  .max(NAME_LENGTH_MAX)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]*$/, 'must be letters, digits and . _ : @ - only')
  .meta({ examples: ['CASE-1042'] })

export const text = z.string().max(TEXT_LENGTH_MAX)
export const email = z.email().max(254)
export const instant = z.iso.datetime({ offset: false }).describe('UTC, with milliseconds')
export const count = z.int().min(0)

/** A language: "en", "fr-CA". */
export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'must be a language, such as en or fr-CA')

/** A value of a column, of a context variable or of an attribute. */
export const literal = z.union([text, z.number(), z.boolean(), z.null()])

/** Names to values, such as the columns of a row. */
export const values = z.record(name, literal)
/** Required skills with their required rating; null: any rating. */
export const requiredSkills = z.record(name, z.number().nullable())
/** Small whole numbers by name, such as free places by capacity profile. */
export const countsByName = z.record(name, z.int())

export function list<Item extends z.ZodType>(item: Item, lengthMax: number = LIST_LENGTH_MAX) {
  return z.array(item).max(lengthMax).readonly()
}

/** One page of a list. `nextCursor` null: there is no more. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: list(item, PAGE_SIZE_MAX),
    nextCursor: z.string().max(2000).nullable(),
  })
}

/** How many rows a page holds, as a query string writes it. */
export const limit = z
  .string()
  .regex(/^[1-9][0-9]{0,2}$/, `must be a number from 1 to ${PAGE_SIZE_MAX}`)
  .transform(Number)
  .refine((value) => value <= PAGE_SIZE_MAX, `must be a number from 1 to ${PAGE_SIZE_MAX}`)
  .optional()
  .meta({ type: 'string', description: `Rows a page, 1 to ${PAGE_SIZE_MAX}; 50 when absent`, examples: ['50'] })

/** Where the page before ended, as `nextCursor` gave it. */
export const cursor = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/, 'must be the nextCursor of an earlier reply')
  .optional()

/** A parameter that may be given several times. */
export function several<Item extends z.ZodType<string, string>>(item: Item, timesMax: number) {
  return z
    .union([item.transform((value): string[] => [value]), z.array(item).max(timesMax)])
    .optional()
    .transform((value): readonly string[] => value ?? [])
}
