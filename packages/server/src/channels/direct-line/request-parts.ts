import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badArgument } from './direct-line-error.ts'

/** Ids that this server makes, and nothing that only looks like one. */
const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$/)
const parameters = z.object({ id: word.default(''), file: word.optional(), widget: z.string().max(100).optional() })
const query = z.object({
  watermark: z.string().max(20).optional(),
  s: z.string().max(100).optional(),
  t: z.string().max(4_000).optional(),
  timeZone: z.string().max(100).optional(),
})
const withUser = z.object({ user: z.object({ id: word }) })

export function parametersOf(request: FastifyRequest): z.output<typeof parameters> {
  const parsed = parameters.safeParse(request.params)
  if (parsed.success) return parsed.data
  throw badArgument('The address holds an id that is none.')
}

export function queryOf(request: FastifyRequest): z.output<typeof query> {
  const parsed = query.safeParse(request.query)
  if (parsed.success) return parsed.data
  throw badArgument('The query holds a value that is none of this server.')
}

/** Who the customer says to be in the conversation; null: they leave it to us. */
export function userIn(body: unknown): string | null {
  const parsed = withUser.safeParse(body)
  return parsed.success ? parsed.data.user.id : null
}
