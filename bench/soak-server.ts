/** The server of the soak, in a process of its own that tells what it holds: `node --expose-gc`. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { endWithParent, temporaryDirectory, undoAtEnd } from './harness/ending.ts'
import { startServerOn } from './harness/start-server-on.ts'
import { organization } from './soak/organization.ts'

const GARBAGE_ROUNDS = 3

endWithParent()
const wanted = z.object({ databaseUrl: z.string() })

process.once('message', (message) => {
  void serve(wanted.parse(message))
})

async function serve({ databaseUrl }: z.infer<typeof wanted>): Promise<void> {
  const { path: data } = await temporaryDirectory('soak')
  const server = await startServerOn({ databaseUrl, data, configuration: organization })
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'soak' })
  await client.connect()
  undoAtEnd(() => client.end())
  process.on('message', async () => {
    process.send?.(await sample(client))
  })
  process.send?.({ url: server.url, administrator: server.administrator })
}

/** What is held once what nobody needs has gone. */
async function sample(client: pg.Client) {
  for (let round = 0; round < GARBAGE_ROUNDS; round++) {
    globalThis.gc?.()
    await nextTurn()
  }
  const { rss, heapUsed } = process.memoryUsage()
  const { rows } = await client.query<{ connections: number; bytes: string }>(
    `select (select count(*)::int
               from pg_stat_activity
              where datname = current_database() and application_name like 'unified-routing%') as connections,
            pg_database_size(current_database())::text as bytes`,
  )
  const resources = process.getActiveResourcesInfo()
  const count = (name: string) => resources.filter((one) => one === name).length
  return {
    heap: heapUsed,
    rss,
    timers: count('Timeout') + count('Immediate'),
    handles: resources.length - count('Timeout') - count('Immediate'),
    connections: rows[0]?.connections ?? 0,
    database: Number(rows[0]?.bytes ?? 0),
  }
}
