/** The product's server in a process of its own, on the database and with the configuration that the parent sends. It ends
 * with its parent. */
import { z } from 'zod'
import { endWithParent } from './harness/ending.ts'
import { startServerOn } from './harness/start-server-on.ts'

endWithParent()
const wanted = z.object({ databaseUrl: z.string(), data: z.string(), configuration: z.unknown() })

process.once('message', async (message) => {
  const { url, administrator } = await startServerOn(wanted.parse(message))
  process.send?.({ url, administrator })
})
