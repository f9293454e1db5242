import { PgBoss } from 'pg-boss'
import { inFlight } from '../harness/statistics.ts'
import { BULK_CALLS, type Contender, payloadOf } from './contender.ts'

const CONNECTIONS = 20
const QUEUE = 'work'

/** Driven by `send`, `fetch` and `complete` rather than by its polling workers: that is where it is fastest. */
export async function pgBoss(connectionString: string): Promise<Contender> {
  const boss = new PgBoss({ connectionString, max: CONNECTIONS })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  await boss.createQueue(QUEUE)
  return {
    name: 'pg-boss',
    role: 'peer',
    steps: 3,
    oneByOne: (lives, atOnce) =>
      inFlight({ count: lives, atOnce }, async (index) => {
        await boss.send(QUEUE, payloadOf(index))
        await boss.complete(QUEUE, await fetchSome(boss, 1))
      }),
    inBulk: (lives, perCall) =>
      inFlight({ count: lives / perCall, atOnce: BULK_CALLS }, async (call) => {
        await boss.insert(
          QUEUE,
          Array.from({ length: perCall }, (_, index) => ({ data: payloadOf(call * perCall + index) })),
        )
        await boss.complete(QUEUE, await fetchSome(boss, perCall))
      }),
    close: () => boss.stop({ graceful: false }),
  }
}

/** Rows that another fetch holds are skipped, so a fetch may come back short and is repeated. */
async function fetchSome(boss: PgBoss, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const jobs = await boss.fetch(QUEUE, { batchSize: count - ids.length })
    for (const { id } of jobs) ids.push(id)
  }
  return ids
}
