import { newId } from '../../packages/server/src/new-id.ts'
import type { Store } from '../../packages/server/src/store/store.ts'
import { beginWork, benchActor, openBenchStore } from '../harness/bench-engine.ts'
import { inFlight } from '../harness/statistics.ts'
import { BULK_CALLS, type Contender, payloadOf } from './contender.ts'
import { WORKSTREAM, workConfiguration } from './work.ts'

const REPRESENTATIVES = 100

/** Through the engine, the one door to the router: a conversation is created, classified by ten rules, routed to a queue
 * and offered by skill; accepted; ended; closed after wrap-up. Each is a command of its own that is answered after its
 * commit; in bulk, a step of a thousand lives is one call, and each of them has its own answer. */
export async function unifiedRouting(connectionString: string, onOpen?: (store: Store) => void): Promise<Contender> {
  const store = await openBenchStore(connectionString)
  onOpen?.(store.store)
  const engine = await store.startEngine()
  await beginWork(engine, workConfiguration(REPRESENTATIVES))
  const offers = createOffers()
  const stopListening = engine.engine.onCommitted(({ events }) => {
    for (const event of events)
      if (event.type === 'workItem.offered') offers.made(event.workItem ?? '', event.representative ?? '')
  })
  return {
    name: 'Unified Routing',
    role: 'ours',
    steps: 4,
    oneByOne: (lives, atOnce) =>
      inFlight({ count: lives, atOnce }, async (index) => {
        const workItem = newId()
        await engine.submit(started(index, workItem))
        const work = { workItem, representative: await offers.of(workItem), actor: benchActor }
        for (const type of ['accept', 'endConversation', 'closeSession'] as const)
          await engine.submit({ type: 'command', command: { type, ...work } })
      }),
    inBulk: (lives, perCall) =>
      inFlight({ count: lives / perCall, atOnce: BULK_CALLS }, async (call) => {
        const ids = Array.from({ length: perCall }, newId)
        await engine.submitAll(ids.map((id, index) => started(call * perCall + index, id)))
        const held = await Promise.all(
          ids.map(async (workItem) => ({ workItem, representative: await offers.of(workItem) })),
        )
        for (const type of ['accept', 'endConversation', 'closeSession'] as const)
          await engine.submitAll(
            held.map((work) => ({ type: 'command', command: { type, ...work, actor: benchActor } })),
          )
      }),
    close: async () => {
      stopListening()
      await engine.stop()
      await store.close()
    },
  }
}

function started(index: number, id: string) {
  const context = payloadOf(index)
  return { type: 'startConversation', id, workstream: WORKSTREAM, customer: null, context, message: null } as const
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
