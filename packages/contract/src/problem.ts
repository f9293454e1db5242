import { z } from 'zod'
import { conflictingRow, dependent } from './configuration-parts.ts'
import { errorCodes } from './errors.ts'
import { list, text } from './values.ts'

const codes = Object.keys(errorCodes)

/** An error reply, RFC 9457, media type application/problem+json. */
export const problem = z
  .strictObject({
    /** A link to the meaning of the code. */
    type: z.string().max(300),
    title: text,
    status: z.int().min(400).max(599),
    /** What happened, to which thing, and what to do. */
    detail: text,
    code: z.enum(codes),
    /** `refused` only: the domain's code. */
    reason: z.string().max(100).optional(),
    /** The path of each bad value. */
    errors: list(z.strictObject({ path: z.string().max(2000), message: text })).optional(),
    /** Whether the same request can succeed later. */
    retry: z.boolean(),
    /** `conflict` only. */
    presentVersion: z.int().optional(),
    /** `conflict` of changed configuration rows only. */
    conflicts: list(conflictingRow).optional(),
    /** `refused` with the reason `isNamedElsewhere` only: what names the row. */
    dependents: list(dependent, 100_000).optional(),
    requestId: z.string().max(200),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof problem>
export const problemMediaType = 'application/problem+json'
