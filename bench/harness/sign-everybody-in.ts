import { emailOf } from '../throughput/work.ts'
import type { BenchServer } from './bench-server.ts'
import { inFlight } from './statistics.ts'

const AT_ONCE = 4

/** Everybody signs in and is available; answers their cookies by name. `follow`: what each does before they are available. */
export async function signEverybodyIn(
  server: BenchServer,
  representatives: number,
  follow: (name: string, cookie: string) => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>()
  await inFlight({ count: representatives, atOnce: AT_ONCE }, async (index) => {
    const name = `r${index}`
    const cookie = await server.signIn(emailOf(name))
    cookies.set(name, cookie)
    await follow(name, cookie)
    await server.send({ path: `/api/v1/representatives/${name}/sign-in`, cookie })
  })
  return cookies
}
