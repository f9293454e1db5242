import { z } from 'zod'
import { type BenchServer, startBenchServer } from '../harness/bench-server.ts'
import { signEverybodyIn } from '../harness/sign-everybody-in.ts'
import { inFlight } from '../harness/statistics.ts'
import { BULK_CALLS, type Contender, payloadOf } from './contender.ts'
import { emailOf, INTEGRATION, WORKSTREAM, workConfiguration } from './work.ts'

const REPRESENTATIVES = 20
const offered = z.object({ id: z.string(), session: z.object({ representative: z.string() }) })
const results = z.object({ results: z.array(z.object({ status: z.number(), body: z.unknown() })) })
type Work = z.infer<typeof offered>

/** The same lives as the product is really used: requests to a server in a process of its own, each by the account whose
 * part it is. One by one, a life is four requests. In bulk, a step of a thousand lives is one call of whoever speaks for
 * the customers, and a call of each representative for the fifty or so that are theirs to accept and to close. Who was
 * offered what is read from the replies to the first; of the other steps only whether they were done. */
export async function unifiedRoutingOverHttp(
  databaseUrl: string,
  data: string,
  form: 'oneByOne' | 'inBulk',
): Promise<Contender> {
  const server = await startBenchServer({ databaseUrl, data, configuration: workConfiguration(REPRESENTATIVES) })
  const speaker = await server.signIn(emailOf(INTEGRATION))
  const cookies = await signEverybodyIn(server, REPRESENTATIVES)
  const cookieOf = (representative: string) => cookies.get(representative) ?? ''
  const live = async (index: number): Promise<void> => {
    const reply = await server.send({ path: '/api/v1/conversations', cookie: speaker, body: conversation(index) })
    const { id, session } = offered.parse(reply)
    const cookie = cookieOf(session.representative)
    await server.send({ path: `/api/v1/work-items/${id}/accept`, cookie })
    await server.send({ path: `/api/v1/conversations/${id}/end`, cookie: speaker })
    await server.send({ path: `/api/v1/work-items/${id}/close`, cookie })
  }
  const byHolder = (operation: string, work: readonly Work[]) =>
    Promise.all(
      [...Map.groupBy(work, ({ session }) => session.representative)].map(([holder, held]) =>
        runInBulk(server, cookieOf(holder), {
          operations: held.map(({ id }) => ({ operation, path: { id } })),
          replies: 'none',
        }),
      ),
    )
  const liveTogether = async (first: number, count: number): Promise<void> => {
    const started = Array.from({ length: count }, (_, index) => ({
      operation: 'startConversation',
      body: conversation(first + index),
    }))
    const work = (await runInBulk(server, speaker, { operations: started, replies: 'whole' })).map((body) =>
      offered.parse(body),
    )
    await byHolder('acceptWorkItem', work)
    const ended = work.map(({ id }) => ({ operation: 'endConversation', path: { id } }))
    await runInBulk(server, speaker, { operations: ended, replies: 'none' })
    await byHolder('closeWorkItem', work)
  }
  return {
    name: form === 'oneByOne' ? 'Unified Routing over HTTP' : 'Unified Routing over HTTP, bulk',
    role: 'overHttp',
    steps: 4,
    oneByOne: (lives, atOnce) => inFlight({ count: lives, atOnce }, live),
    inBulk: (lives, perCall) =>
      inFlight({ count: lives / perCall, atOnce: BULK_CALLS }, (call) => liveTogether(call * perCall, perCall)),
    close: server.stop,
  }
}

function conversation(index: number) {
  return { workstream: WORKSTREAM, context: payloadOf(index) }
}

/** Answers what each operation replied, where that is wanted; fails unless each was done. */
async function runInBulk(
  { send }: BenchServer,
  cookie: string,
  body: { readonly operations: readonly unknown[]; readonly replies: 'whole' | 'none' },
): Promise<unknown[]> {
  const reply = results.parse(await send({ path: '/api/v1/bulk', cookie, body }))
  return reply.results.map(({ status, body }) => {
    if (status >= 300) throw new Error(`an operation of a bulk call was answered ${status}`)
    return body
  })
}
