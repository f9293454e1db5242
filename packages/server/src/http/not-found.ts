import { AppError, type Method, type Operation, operations } from '@unified-routing/contract'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem-reply.ts'
import { isPageRequest } from './static-files.ts'

/** Paths that no route answers: a page of the web application, a wrong method, or nothing at all. */
export function answerUnknownPaths(server: FastifyInstance, hasWebApplication: boolean): void {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? request.url
    const methods = methodsOf(path)
    if (methods.length > 0) {
      reply.header('allow', methods.join(', '))
      const text = `${request.method} does not work here; ${methods.join(', ')} do.`
      return sendProblem(new AppError('methodNotAllowed', text), request, reply)
    }
    if (hasWebApplication && isPageRequest(request.method, path, request.headers.accept))
      return reply.sendFile('index.html')
    return sendProblem(new AppError('notFound', 'There is nothing at this address.'), request, reply)
  })
}

const patterns = Object.values<Operation>(operations).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
}))

function methodsOf(path: string): readonly Method[] {
  return patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
}
