import { randomUUID } from 'node:crypto'
import type { Actor, Configuration, Instant } from '@unified-routing/routing'
import { createLog } from '../log.ts'
import { ensureOrganization } from '../store/organization.ts'
import { openStore, type Store } from '../store/store.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import type { Clock } from './clock.ts'
import { createEngine } from './create-engine.ts'
import type { Engine } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Operation, OperationAnswer } from './operations.ts'

export const administrator: Actor = { kind: 'administrator', name: 'admin' }

/** Two people who take cases without asking and chats when they accept. */
export const testConfiguration: Configuration = {
  version: 1,
  representatives: [
    { name: 'ada', units: 100 },
    { name: 'ben', units: 100 },
  ],
  queues: [
    { name: 'Cases', type: 'record', members: ['ada', 'ben'] },
    { name: 'Chats', type: 'messaging', members: ['ada', 'ben'], assignment: { method: 'roundRobin' } },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      fallbackQueue: 'Cases',
      capacity: { units: 10 },
    },
    {
      name: 'Chats',
      type: 'messaging',
      channel: 'liveChat',
      fallbackQueue: 'Chats',
      capacity: { units: 30 },
      offer: { timeout: '30s' },
    },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Cases' }] }],
  rows: [{ table: 'contact', id: 'cora', values: { fullName: 'Cora' } }],
}

/** Time that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Instant
  #alarms: { readonly at: Instant; readonly callback: () => void }[] = []

  constructor(now: Instant = Date.UTC(2026, 0, 5, 9)) {
    this.#now = now
  }

  now(): Instant {
    return this.#now
  }

  wakeAt(instant: Instant, callback: () => void): () => void {
    const alarm = { at: instant, callback }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((one) => one !== alarm)
    }
  }

  notBefore(instant: Instant): void {
    this.#now = Math.max(this.#now, instant)
  }

  advanceMs(durationMs: number): void {
    this.#now += durationMs
    const due = this.#alarms.filter(({ at }) => at <= this.#now)
    this.#alarms = this.#alarms.filter(({ at }) => at > this.#now)
    for (const { callback } of due) callback()
  }
}

export interface TestEngine extends Engine {
  readonly store: Store
  /** Submits under a fresh id; `key` makes it repeatable. */
  do(operation: Operation, key?: string): Promise<OperationAnswer>
  /** Stops the engine and closes its connections. */
  close(): Promise<void>
}

/** An engine of the product on a database of its own, with the configuration above once it was put in force. */
export async function openTestEngine(
  connectionString: string,
  parts: Partial<EngineOptions> & { readonly clock: Clock },
): Promise<TestEngine> {
  const store = openStore({ connectionString, connectionsMax: 3, name: 'test engine', plansOnce: true })
  await ensureOrganization(store, { id: ORGANIZATION, name: 'Test', routingEnabled: true }, 0)
  const engine = await createEngine({
    store,
    organizationId: ORGANIZATION,
    holder: randomUUID(),
    isAlone: false,
    random: () => 0.5,
    newId: randomUUID,
    log: createLog('silent'),
    onFatal: (error) => {
      throw error
    },
    ...parts,
    // However far a test moves its clock, people were there meanwhile.
    limits: { absenceMs: Number.POSITIVE_INFINITY, ...parts.limits },
  })
  return {
    ...engine,
    store,
    do: (operation, key) => engine.submit(request(operation, key)),
    close: async () => {
      await engine.stop()
      await store.close()
    },
  }
}

export async function openConfiguredEngine(connectionString: string, clock: Clock): Promise<TestEngine> {
  const engine = await openTestEngine(connectionString, { clock })
  await engine.do({ type: 'replaceConfiguration', configuration: testConfiguration, ifVersion: null })
  for (const representative of ['ada', 'ben']) await engine.do(by({ type: 'signIn', representative }))
  return engine
}

type CommandWithoutActor = Extract<Operation, { type: 'command' }>['command'] extends infer C
  ? C extends unknown
    ? Omit<C, 'actor'>
    : never
  : never

/** A router command of the administrator as an operation. */
export function by(command: CommandWithoutActor): Operation {
  return { type: 'command', command: { actor: administrator, ...command } }
}

export function newCase(id: string, route: boolean | null = true): Operation {
  return { type: 'createRow', table: 'case', id, values: { title: `Case ${id}`, customer: 'cora' }, route }
}

export function newChat(id: string): Operation {
  return {
    type: 'startConversation',
    id,
    workstream: 'Chats',
    customer: 'cora',
    context: {},
    message: { id: `${id}-message`, text: 'Hello?' },
  }
}

function request(operation: Operation, key?: string) {
  return {
    operation,
    actor: administrator,
    idempotencyKey: key ?? null,
    requestHash: key === undefined ? null : JSON.stringify(operation),
    requestId: randomUUID(),
  }
}
