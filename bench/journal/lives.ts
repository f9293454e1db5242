import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type BenchServer, startBenchServer } from '../harness/bench-server.ts'
import { signEverybodyIn } from '../harness/sign-everybody-in.ts'
import { inFlight } from '../harness/statistics.ts'
import { payloadOf } from '../throughput/contender.ts'
import { emailOf, INTEGRATION, WORKSTREAM, workConfiguration } from '../throughput/work.ts'

const REPRESENTATIVES = 20
const AT_ONCE = 16
const offered = z.object({ session: z.object({ representative: z.string() }) })

/** Conversations that a real server leads from beginning to end over HTTP, with a message of each side. */
export async function leadLives({ databaseUrl, data }: Place, lives: number): Promise<void> {
  const server = await startServer({ databaseUrl, data })
  try {
    const speaker = await server.signIn(emailOf(INTEGRATION))
    const cookies = await signEverybodyIn(server, REPRESENTATIVES)
    await inFlight({ count: lives, atOnce: AT_ONCE }, (index) => live(server, { index, speaker, cookies }))
  } finally {
    await server.stop()
  }
}

interface Place {
  readonly databaseUrl: string
  readonly data: string
}

export function startServer(place: Place): Promise<BenchServer> {
  return startBenchServer({ ...place, configuration: workConfiguration(REPRESENTATIVES, 'byTopic') })
}

interface Life {
  readonly index: number
  readonly speaker: string
  readonly cookies: ReadonlyMap<string, string>
}

async function live(server: BenchServer, { index, speaker, cookies }: Life): Promise<void> {
  const id = randomUUID()
  const body = { id, workstream: WORKSTREAM, context: payloadOf(index), text: 'The line is slow in the evening.' }
  const reply = await server.send({ path: '/api/v1/conversations', cookie: speaker, body })
  const cookie = cookies.get(offered.parse(reply).session.representative) ?? ''
  await server.send({ path: `/api/v1/work-items/${id}/accept`, cookie })
  const text = 'A technician will come on Friday.'
  await server.send({ path: `/api/v1/conversations/${id}/messages`, cookie, body: { from: 'representative', text } })
  await server.send({ path: `/api/v1/conversations/${id}/end`, cookie: speaker })
  await server.send({ path: `/api/v1/work-items/${id}/close`, cookie })
}
