import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const WIDGET = 'widget.js'
/** Its address never changes, so that sites need not change their script tag; a new version is there within minutes. */
const WIDGET_CACHE = 'public, max-age=300, stale-while-revalidate=86400'

/** Serves /chat/widget.js, which pages of other sites load, and the demo pages beside it. */
export async function serveChatWidget(server: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, WIDGET))) return
  await server.register(fastifyStatic, {
    root: directory,
    prefix: '/chat/',
    decorateReply: false,
    wildcard: false,
    preCompressed: true,
    index: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isWidget = path.slice(directory.length + 1).startsWith(WIDGET)
      reply.header('cache-control', isWidget ? WIDGET_CACHE : 'no-cache')
      if (!isWidget) return
      reply.header('cross-origin-resource-policy', 'cross-origin')
      reply.header('access-control-allow-origin', '*')
    },
  })
}
