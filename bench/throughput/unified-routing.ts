import { randomUUID } from 'node:crypto'
import type { Operation } from '../../packages/server/src/engine/operations.ts'
import { beginWork, benchActor, openBenchStore } from '../harness/bench-engine.ts'
import { inFlight } from '../harness/statistics.ts'
import { BULK_CALLS, type Contender, payloadOf } from './contender.ts'
import { WORKSTREAM, workConfiguration } from './work.ts'

const REPRESENTATIVES = 100

/** Through the engine, the one door to the router: a conversation is created, classified by ten rules, routed to a queue
 * and offered by skill; accepted; ended; closed after wrap-up. Each is a command of its own that is answered after its commit. */
export async function unifiedRouting(connectionString: string): Promise<Contender> {
  const store = await openBenchStore(connectionString)
  const engine = await store.startEngine()
  await beginWork(engine, workConfiguration(REPRESENTATIVES))
  const offers = createOffers()
  const stopListening = engine.engine.onCommitted(({ events }) => {
    for (const event of events)
      if (event.type === 'workItem.offered') offers.made(event.workItem ?? '', event.representative ?? '')
  })
  const command = (given: Extract<Operation, { type: 'command' }>['command']) =>
    engine.submit({ type: 'command', command: given })
  const start = (index: number, id: string) =>
    engine.submit({
      type: 'startConversation',
      id,
      workstream: WORKSTREAM,
      customer: null,
      context: payloadOf(index),
      message: null,
    })
  const accept = (workItem: string, representative: string) =>
    command({ type: 'accept', workItem, representative, actor: benchActor })
  const end = (workItem: string, representative: string) =>
    command({ type: 'endConversation', workItem, representative, actor: benchActor })
  const close = (workItem: string, representative: string) =>
    command({ type: 'closeSession', workItem, representative, actor: benchActor })
  return {
    name: 'Unified Routing',
    role: 'ours',
    steps: 4,
    oneByOne: (lives, atOnce) =>
      inFlight({ count: lives, atOnce }, async (index) => {
        const id = randomUUID()
        await start(index, id)
        const representative = await offers.of(id)
        await accept(id, representative)
        await end(id, representative)
        await close(id, representative)
      }),
    inBulk: (lives, perCall) =>
      inFlight({ count: lives / perCall, atOnce: BULK_CALLS }, async (call) => {
        const ids = Array.from({ length: perCall }, () => randomUUID())
        await Promise.all(ids.map((id, index) => start(call * perCall + index, id)))
        const held = await Promise.all(ids.map(async (id) => ({ id, representative: await offers.of(id) })))
        await Promise.all(held.map(({ id, representative }) => accept(id, representative)))
        await Promise.all(held.map(({ id, representative }) => end(id, representative)))
        await Promise.all(held.map(({ id, representative }) => close(id, representative)))
      }),
    close: async () => {
      stopListening()
      await engine.stop()
      await store.close()
    },
  }
}

/** Who was offered what, as their live streams tell them. */
function createOffers() {
  const made = new Map<string, string>()
  const waiting = new Map<string, (representative: string) => void>()
  return {
    made: (workItem: string, representative: string) => {
      const tell = waiting.get(workItem)
      waiting.delete(workItem)
      if (tell === undefined) made.set(workItem, representative)
      else tell(representative)
    },
    of: (workItem: string): Promise<string> => {
      const representative = made.get(workItem)
      if (representative === undefined) return new Promise((resolve) => waiting.set(workItem, resolve))
      made.delete(workItem)
      return Promise.resolve(representative)
    },
  }
}
