import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { PreparedCommit } from '../../packages/server/src/store/commit-batch.ts'
import { CommitLine } from '../../packages/server/src/store/commit-line.ts'
import { takeLease } from '../../packages/server/src/store/lease.ts'
import { type BenchStore, openBenchStore } from '../harness/bench-engine.ts'
import { inFlight } from '../harness/statistics.ts'
import type { Contender } from './contender.ts'
import { unifiedRouting } from './unified-routing.ts'

/** A statement is not longer, and of a longer message only the beginning matters. */
const TEXT_BYTES_MAX = 64 * 1024
/** As many as the engine sends before the first is answered. */
const AT_ONCE = 4

export interface Recording {
  readonly newDatabase: (name: string) => Promise<string>
  /** Lives that one run is of; what is replayed is made of such runs. */
  readonly perRun: number
  readonly runs: number
  readonly run: (ours: Contender, lives: number) => Promise<void>
}

/** What PostgreSQL takes to store our lives, with nobody to decide them: the very commits of a run of ours, sent again byte
 * by byte to a new database, in their order on one connection, as ours are. No work is done by it, so it is no contender. */
export async function ownCommits({ newDatabase, perRun, runs, run }: Recording): Promise<Contender> {
  const recorder = createRecorder()
  const ours = await unifiedRouting(await newDatabase('recorded'), ({ pool }) => pool.on('acquire', recorder.listen))
  const beginning = recorder.cut()
  const recorded: (readonly PreparedCommit[])[] = []
  for (let count = 0; count < runs; count++) {
    await run(ours, perRun)
    recorded.push(recorder.cut())
  }
  await ours.close()
  let databases = 0
  let replay: { readonly bench: BenchStore; readonly line: CommitLine } | null = null
  const send = (commits: readonly PreparedCommit[]) =>
    inFlight({ count: commits.length, atOnce: AT_ONCE }, async (index) => {
      const commit = commits[index]
      if (commit === undefined || !(await replay?.line.commit(commit)))
        throw new Error('a commit could not be replayed')
    })
  const sendRuns = (lives: number) => send(recorded.slice(0, lives / perRun).flat())
  return {
    name: 'our own commits, replayed',
    role: 'floor',
    steps: 4,
    prepare: async () => {
      await replay?.bench.close()
      const bench = await openBenchStore(await newDatabase(`replayed_${databases++}`))
      await takeLease(bench.store, {
        organizationId: 'default',
        holder: randomUUID(),
        now: Date.now(),
        expiresAt: Date.now(),
        fromEpoch: null,
      })
      replay = { bench, line: new CommitLine(bench.store) }
      await send(beginning)
    },
    oneByOne: sendRuns,
    inBulk: sendRuns,
    close: async () => {
      await replay?.bench.close()
    },
  }
}

/** Listens to connections and keeps the commits that are sent over them. */
function createRecorder() {
  const known = new WeakSet<pg.Connection>()
  const texts = new Map<string, string>()
  let commits: PreparedCommit[] = []
  const note = (message: Buffer): void => {
    const kind = message.toString('latin1', 0, 1)
    const [first = '', second = ''] = message.toString('utf8', 5, 5 + TEXT_BYTES_MAX).split('\0', 2)
    if (kind === 'P') texts.set(first, second)
    const text = texts.get(second)
    if (kind !== 'B' || text === undefined || !second.startsWith('commit ')) return
    const bytes = Buffer.from(message)
    commits.push({ statement: { name: second, text }, message: { finish: () => bytes, recycle: () => undefined } })
  }
  return {
    listen: ({ connection }: pg.PoolClient): void => {
      if (known.has(connection)) return
      known.add(connection)
      const { stream } = connection
      const write = stream.write.bind(stream)
      stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
        if (Buffer.isBuffer(chunk)) note(chunk)
        return Reflect.apply(write, stream, [chunk, ...rest])
      }
    },
    /** What was sent since the last cut. */
    cut: (): readonly PreparedCommit[] => {
      const cut = commits
      commits = []
      return cut
    },
  }
}
