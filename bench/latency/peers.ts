import { EventEmitter } from 'node:events'
import { Queue, Worker } from 'bullmq'
import { Logger, makeWorkerUtils, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { BenchRedis } from '../throughput/redis.ts'
import { createStarts, type Starter } from './contender.ts'

const CONNECTIONS = 10
const WORKERS = 10
/** Fetched one at a time, it falls behind at 500 a second: a worker rests until the next notice. */
const JOBS_PER_FETCH = 10
const QUEUE = 'work'
const silent = new Logger(() => () => undefined)
const job = z.object({ key: z.string() })

/** Workers are woken by NOTIFY, as by default. */
export async function graphileWorker(connectionString: string): Promise<Starter> {
  const pgPool = new pg.Pool({ connectionString, max: CONNECTIONS })
  pgPool.on('error', (error) => console.error(error))
  pgPool.on('connect', (client) => client.on('error', (error) => console.error(error)))
  const utils = await makeWorkerUtils({ pgPool, logger: silent })
  await utils.migrate()
  const starts = createStarts()
  const events: WorkerEvents = new EventEmitter()
  const taskList = { [QUEUE]: async (payload: unknown) => starts.begun(job.parse(payload).key) }
  const runner = await run({ pgPool, logger: silent, events, concurrency: WORKERS, noHandleSignals: true, taskList })
  return {
    name: 'graphile-worker',
    load: null,
    isPostgres: true,
    start: async (index) => {
      const key = String(index)
      const begun = performance.now()
      const [at] = await Promise.all([starts.of(key), utils.addJob(QUEUE, { key })])
      return at - begun
    },
    settle: async () => undefined,
    close: async () => {
      await runner.stop()
      await utils.release()
      await pgPool.end()
    },
  }
}

/** With LISTEN and NOTIFY, which it offers for low latency; by default it would poll. */
export async function pgBoss(connectionString: string): Promise<Starter> {
  const boss = new PgBoss({ connectionString, max: CONNECTIONS, useListenNotify: true })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  await boss.createQueue(QUEUE, { notify: true })
  const starts = createStarts()
  await boss.work(
    QUEUE,
    {
      localConcurrency: WORKERS,
      batchSize: JOBS_PER_FETCH,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 0.5,
    },
    async (jobs) => {
      for (const { data } of jobs) starts.begun(job.parse(data).key)
    },
  )
  return {
    name: 'pg-boss',
    load: null,
    isPostgres: true,
    start: async (index) => {
      const key = String(index)
      const begun = performance.now()
      const [at] = await Promise.all([starts.of(key), boss.send(QUEUE, { key })])
      return at - begun
    },
    settle: async () => undefined,
    close: () => boss.stop({ graceful: false }),
  }
}

export async function bullMq({ host, port }: BenchRedis): Promise<Starter> {
  const connection = { host, port, maxRetriesPerRequest: null }
  const queue = new Queue('latency', { connection, defaultJobOptions: { removeOnComplete: true } })
  const starts = createStarts()
  const worker = new Worker('latency', async ({ data }) => starts.begun(job.parse(data).key), {
    connection,
    concurrency: WORKERS,
  })
  worker.on('error', (error) => console.error(error))
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()])
  return {
    name: 'BullMQ, Redis appendfsync always',
    load: null,
    isPostgres: false,
    start: async (index) => {
      const key = String(index)
      const begun = performance.now()
      const [at] = await Promise.all([starts.of(key), queue.add(QUEUE, { key })])
      return at - begun
    },
    settle: async () => undefined,
    close: async () => {
      await worker.close()
      await queue.close()
    },
  }
}
