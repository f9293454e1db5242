import { z } from 'zod'
import { type BenchServer, startBenchServer } from '../harness/bench-server.ts'
import { signEverybodyIn } from '../harness/sign-everybody-in.ts'
import { inFlight } from '../harness/statistics.ts'
import { payloadOf } from '../throughput/contender.ts'
import { emailOf, INTEGRATION, QUEUES_OF_STREAMS, WORKSTREAM, workConfiguration } from '../throughput/work.ts'
import { createStarts, type Starter } from './contender.ts'

/** Everybody sees the work of their queue, so an event goes to every stream of it: two here. */
export const REPRESENTATIVES = 2 * QUEUES_OF_STREAMS
const FINISHED_AT_ONCE = 32
const REQUESTS_A_LIFE = 4
const started = z.object({ id: z.string() })
const told = z.object({ event: z.object({ workItem: z.string(), representative: z.string() }) })

/** Through HTTP on a server of its own process: from the moment the request is sent to the moment the offer can be read on
 * the live stream of the representative who got it. Afterwards, the conversation is accepted, ended and closed: at once, as
 * people would, or once the round is over. */
export async function unifiedRouting(databaseUrl: string, data: string): Promise<Starter[]> {
  const configuration = workConfiguration(REPRESENTATIVES, 'byTopic')
  const server = await startBenchServer({ databaseUrl, data, configuration })
  const starts = createStarts()
  const holders = new Map<string, string>()
  const speaker = await server.signIn(emailOf(INTEGRATION))
  const cookies = await beThere(server, (workItem, representative) => {
    holders.set(workItem, representative)
    starts.begun(workItem)
  })
  const finish = async (id: string): Promise<void> => {
    const cookie = cookies.get(holders.get(id) ?? '') ?? ''
    holders.delete(id)
    await server.send({ path: `/api/v1/work-items/${id}/accept`, cookie })
    await server.send({ path: `/api/v1/conversations/${id}/end`, cookie: speaker })
    await server.send({ path: `/api/v1/work-items/${id}/close`, cookie })
  }
  /** Starts one; the offer may be read before the reply. */
  const start = async (index: number): Promise<{ readonly id: string; readonly ms: number }> => {
    const body = { workstream: WORKSTREAM, context: payloadOf(index) }
    const begun = performance.now()
    const reply = await server.send({ path: '/api/v1/conversations', cookie: speaker, body })
    const { id } = started.parse(reply)
    return { id, ms: (await starts.of(id)) - begun }
  }
  const lives = new Set<Promise<void>>()
  const offered: string[] = []
  return [
    {
      name: 'Unified Routing, requests alone',
      isPostgres: true,
      load: () => 'requests alone',
      start: async (index) => {
        const { id, ms } = await start(index)
        offered.push(id)
        return ms
      },
      settle: async () => {
        const ids = offered.splice(0)
        await inFlight({ count: ids.length, atOnce: FINISHED_AT_ONCE }, (index) => finish(ids[index] ?? ''))
      },
      close: server.stop,
    },
    {
      name: 'Unified Routing, with whole lives: four requests each',
      isPostgres: true,
      load: (perSecond) => `with whole lives (${REQUESTS_A_LIFE * perSecond} requests/s)`,
      start: async (index) => {
        const { id, ms } = await start(index)
        const life = finish(id).finally(() => lives.delete(life))
        lives.add(life)
        return ms
      },
      settle: async () => {
        await Promise.all(lives)
      },
      close: async () => undefined,
    },
  ]
}

/** Everybody signs in, follows their stream and is available. */
function beThere(
  server: BenchServer,
  offered: (workItem: string, representative: string) => void,
): Promise<ReadonlyMap<string, string>> {
  return signEverybodyIn(server, REPRESENTATIVES, (name, cookie) =>
    server.follow(cookie, ({ name: event, data }) => {
      if (event !== 'workItem.offered') return
      const { workItem, representative } = told.parse(JSON.parse(data)).event
      if (representative === name) offered(workItem, representative)
    }),
  )
}
