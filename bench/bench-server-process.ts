/** The product's server in a process of its own, as `npm start` runs it, on the database and with the configuration that
 * the parent sends. It ends with its parent. */
import { z } from 'zod'
import { startServer } from '../packages/server/src/main.ts'
import { endWithParent, stoppedAtEnd } from './harness/ending.ts'

const MANY = String(1e8)

endWithParent()
const wanted = z.object({ databaseUrl: z.string(), data: z.string(), configuration: z.unknown() })

process.once('message', (message) => {
  void serve(wanted.parse(message))
})

async function serve({ databaseUrl, data, configuration }: z.infer<typeof wanted>): Promise<void> {
  const server = await stoppedAtEnd(
    startServer({
      flags: { port: '0', data, logLevel: 'error' },
      environment: {
        DATABASE_URL: databaseUrl,
        UR_REQUESTS_PER_MINUTE: MANY,
        UR_ANONYMOUS_REQUESTS_PER_MINUTE: MANY,
        UR_SIGN_INS_PER_MINUTE: '1000000',
      },
      firstContent: { configuration, load: async () => undefined },
    }),
  )
  process.send?.({ url: server.url, administrator: server.administrator })
}
