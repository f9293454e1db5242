import { z } from 'zod'
import { startBenchServer } from '../harness/bench-server.ts'
import { signEverybodyIn } from '../harness/sign-everybody-in.ts'
import { inFlight } from '../harness/statistics.ts'
import { type Contender, payloadOf } from './contender.ts'
import { emailOf, INTEGRATION, WORKSTREAM, workConfiguration } from './work.ts'

const REPRESENTATIVES = 20
const offered = z.object({ id: z.string(), session: z.object({ representative: z.string() }) })

/** The same lives as the product is really used: four requests to a server in a process of its own, each by the account whose
 * part it is. */
export async function unifiedRoutingOverHttp(databaseUrl: string, data: string): Promise<Contender> {
  const server = await startBenchServer({ databaseUrl, data, configuration: workConfiguration(REPRESENTATIVES) })
  const speaker = await server.signIn(emailOf(INTEGRATION))
  const cookies = await signEverybodyIn(server, REPRESENTATIVES)
  const live = async (index: number): Promise<void> => {
    const body = { workstream: WORKSTREAM, context: payloadOf(index) }
    const reply = await server.send({ path: '/api/v1/conversations', cookie: speaker, body })
    const { id, session } = offered.parse(reply)
    const cookie = cookies.get(session.representative) ?? ''
    await server.send({ path: `/api/v1/work-items/${id}/accept`, cookie })
    await server.send({ path: `/api/v1/conversations/${id}/end`, cookie: speaker })
    await server.send({ path: `/api/v1/work-items/${id}/close`, cookie })
  }
  return {
    name: 'Unified Routing over HTTP',
    role: 'overHttp',
    steps: 4,
    oneByOne: (lives, atOnce) => inFlight({ count: lives, atOnce }, live),
    inBulk: (lives, perCall) => inFlight({ count: lives, atOnce: perCall }, live),
    close: server.stop,
  }
}
