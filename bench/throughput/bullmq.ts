import { Queue, Worker } from 'bullmq'
import { inFlight } from '../harness/statistics.ts'
import { BULK_CALLS, type Contender, createDoing, payloadOf } from './contender.ts'
import type { BenchRedis } from './redis.ts'

const QUEUE = 'work'
const WORKERS = 64

/** Completed jobs are removed, which spares it memory and its file. */
export async function bullMq({ host, port }: BenchRedis): Promise<Contender> {
  const connection = { host, port, maxRetriesPerRequest: null }
  const queue = new Queue(QUEUE, { connection, defaultJobOptions: { removeOnComplete: true } })
  const doing = createDoing()
  const worker = new Worker(QUEUE, async () => undefined, { connection, concurrency: WORKERS })
  worker.on('completed', (job) => doing.done(job.id ?? ''))
  worker.on('error', (error) => console.error(error))
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()])
  return {
    name: 'BullMQ, Redis appendfsync always',
    role: 'peer',
    steps: 3,
    oneByOne: (lives, atOnce) =>
      inFlight({ count: lives, atOnce }, async (index) => {
        const job = await queue.add(QUEUE, payloadOf(index))
        await doing.add(job.id ?? '')
      }),
    inBulk: (lives, perCall) =>
      inFlight({ count: lives / perCall, atOnce: BULK_CALLS }, async (call) => {
        const jobs = await queue.addBulk(
          Array.from({ length: perCall }, (_, index) => ({ name: QUEUE, data: payloadOf(call * perCall + index) })),
        )
        await Promise.all(jobs.map(({ id }) => doing.add(id ?? '')))
      }),
    close: async () => {
      await worker.close()
      await queue.close()
    },
  }
}
