import { AppError } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findHostileValue } from './hostile-values.ts'
import { invalid } from './parse.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bodies are JSON in UTF-8, an empty one counting as an empty object, or the bytes of a file. */
export function acceptBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async ({ headers }: FastifyRequest, body: Buffer) => {
      requirePlain(headers['content-encoding'])
      return parseJson(body)
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

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {}
  const value = readJson(readText(bytes))
  const hostile = findHostileValue('body', value)
  if (hostile !== null) throw invalid([hostile])
  return value
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
