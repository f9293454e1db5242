import { ApiError, type Client, createClient } from '@unified-routing/client'
import { createRandom } from '@unified-routing/routing/sim'
import { demoIntroduction } from '../introduction.ts'
import { bringIn } from './customers.ts'
import { Errands } from './errands.ts'
import { type Person, RepresentativeAtWork } from './representative-at-work.ts'
import { isOver, type KindOfWork, kindsOfWork, nextGapMs } from './working-day.ts'

/** People who start within this time do not all sign in at the same moment. */
const ARRIVAL_GAP_MS = 300
/** After a failure, such as a server that restarts, the customers come back after this pause. */
const PAUSE_AFTER_FAILURE_MS = 5_000

interface DemoServer {
  readonly url: string
  readonly isDemo: boolean
  readonly administrator: { readonly email: string; readonly password: string } | null
}

export interface Traffic {
  stop(): Promise<void>
}

/** Plays working days into the demo organization, in fast motion, until it is stopped.
 *
 * Shape:  null when there is no demo to play in; `say` tells why.
 * Limits: 12 days of 40 minutes; those whom a newcomer may sign in as are left alone. */
export function startTraffic(server: DemoServer, { say }: { say: (line: string) => void }): Traffic | null {
  const { administrator, url } = server
  if (!server.isDemo || administrator === null) {
    say('No traffic: it needs the demo organization and the password in sign-in.txt.')
    return null
  }
  const errands = new Errands(say)
  errands.run(() => beginDay({ url, administrator, errands }))
  say("Traffic is on: chats, text messages, cases and leads arrive, and the demo's people answer them.")
  return errands
}

interface Day {
  readonly url: string
  readonly administrator: { readonly email: string; readonly password: string }
  readonly errands: Errands
}

async function beginDay({ url, administrator, errands }: Day): Promise<void> {
  const client = createClient({ baseUrl: url, signal: errands.signal })
  await client.session.signIn(administrator)
  const { password } = administrator
  for (const person of await peopleOfTheDemo(client)) {
    const random = createRandom(1, person.name)
    const atWork = new RepresentativeAtWork(person, { url, password, errands, random })
    errands.run(() => atWork.begin())
    await errands.pause(ARRIVAL_GAP_MS)
  }
  const startedAt = performance.now()
  for (const kind of kindsOfWork) errands.run(() => customersCome(kind, { client, errands, startedAt }))
}

interface Customers {
  readonly client: Client
  readonly errands: Errands
  readonly startedAt: number
}

async function customersCome(kind: KindOfWork, { client, errands, startedAt }: Customers): Promise<void> {
  const random = createRandom(1, kind)
  while (!isOver(performance.now() - startedAt)) {
    await errands.pause(nextGapMs(kind, performance.now() - startedAt, random))
    try {
      await bringIn(client, kind, random)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      await errands.pause(PAUSE_AFTER_FAILURE_MS)
    }
  }
}

/** Everyone who is given work, but for those whom a newcomer may want to be. */
async function peopleOfTheDemo(client: Client): Promise<readonly Person[]> {
  const { document } = await client.configuration.read()
  const list: readonly unknown[] = Array.isArray(document.representatives) ? document.representatives : []
  const taken: ReadonlySet<string> = new Set(demoIntroduction.map(({ email }) => email))
  return list.filter(isPerson).filter((person) => person.bookable !== false && !taken.has(person.email))
}

function isPerson(value: unknown): value is Person & { readonly bookable?: boolean } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'email' in value &&
    typeof value.email === 'string'
  )
}
