import { EventEmitter } from 'node:events'
import { Logger, makeWorkerUtils, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { inFlight } from '../harness/statistics.ts'
import { BULK_CALLS, type Contender, createDoing, payloadOf } from './contender.ts'

const CONNECTIONS = 20
const WORKERS = 64
const TASK = 'work'
const silent = new Logger(() => () => undefined)

/** With its local queue and batched completion, which its documentation advises for throughput: one by one half as many
 * again as without. It reports a job as complete before that is committed, so a round lasts until no job is left. */
export async function graphileWorker(connectionString: string): Promise<Contender> {
  const pgPool = new pg.Pool({ connectionString, max: CONNECTIONS })
  pgPool.on('error', (error) => console.error(error))
  pgPool.on('connect', (client) => client.on('error', (error) => console.error(error)))
  const utils = await makeWorkerUtils({ pgPool, logger: silent })
  await utils.migrate()
  const doing = createDoing()
  const events: WorkerEvents = new EventEmitter()
  events.on('job:complete', ({ job }) => doing.done(job.id))
  const runner = await run({
    pgPool,
    logger: silent,
    events,
    concurrency: WORKERS,
    noHandleSignals: true,
    taskList: { [TASK]: async () => undefined },
    preset: { worker: { localQueue: { size: 1_000 }, completeJobBatchDelay: 0 } },
  })
  const allCommitted = async (): Promise<void> => {
    const query = 'select exists (select from graphile_worker._private_jobs) as waits'
    for (let waits = true; waits; ) waits = (await pgPool.query<{ waits: boolean }>(query)).rows[0]?.waits ?? false
  }
  return {
    name: 'graphile-worker',
    role: 'peer',
    steps: 3,
    oneByOne: async (lives, atOnce) => {
      await inFlight({ count: lives, atOnce }, async (index) => {
        const job = await utils.addJob(TASK, payloadOf(index))
        await doing.add(job.id)
      })
      await allCommitted()
    },
    inBulk: async (lives, perCall) => {
      await inFlight({ count: lives / perCall, atOnce: BULK_CALLS }, async (call) => {
        const jobs = await utils.addJobs(
          Array.from({ length: perCall }, (_, index) => ({
            identifier: TASK,
            payload: payloadOf(call * perCall + index),
          })),
        )
        await Promise.all(jobs.map(({ id }) => doing.add(id)))
      })
      await allCommitted()
    },
    close: async () => {
      await runner.stop()
      await utils.release()
      await pgPool.end()
    },
  }
}
