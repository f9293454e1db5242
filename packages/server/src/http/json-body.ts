import { AppError, operations } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withHostileItems } from './bulk/hostile-items.ts'
import { requireHarmless } from './hostile-values.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bodies are JSON in UTF-8, an empty one counting as an empty object, or the bytes of a file. */
export function acceptBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async ({ headers, routeOptions }: FastifyRequest, body: Buffer) => {
      requirePlain(headers['content-encoding'])
      return parseJson(body, routeOptions.config.operation?.id === operations.runInBulk.id)
    },
  )
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => body,
  )
}

function requirePlain(encoding: string | undefined): void {
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return
  throw new AppError('unsupportedMediaType', 'Send the body as it is, without a Content-Encoding.')
}

function parseJson(bytes: Buffer, isBulk: boolean): unknown {
  if (bytes.length === 0) return {}
  const given = readJson(readText(bytes))
  return isBulk ? withHostileItems('body', given) : requireHarmless('body', given)
}

function readText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new AppError('invalid', 'The body is not valid UTF-8.', { cause })
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', 'The body is not valid JSON.', { cause })
  }
}
