import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Files under this path carry a hash of their content in their name. */
const HASHED = '/assets/'
const YEAR_SECONDS = 31_536_000

/** Serves the built web application; every other path a person may open leads to its one page. */
export async function serveWebApplication(server: FastifyInstance, directory: string): Promise<boolean> {
  if (!existsSync(join(directory, 'index.html'))) return false
  await server.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    index: ['index.html'],
    cacheControl: false,
    acceptRanges: false,
    setHeaders: (reply, path) => {
      const isHashed = path.slice(directory.length).startsWith(HASHED)
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  return true
}

/** Whether a request that no route answers is a person opening a page of the application. */
export function isPageRequest(method: string, path: string, accept: string | undefined): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (path.startsWith('/api/') || path.startsWith(HASHED) || path === '/api') return false
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*')
}
