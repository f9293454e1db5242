import { randomUUID } from 'node:crypto'
import type { Actor, Configuration } from '../../packages/routing/src/main.ts'
import { createSystemClock } from '../../packages/server/src/engine/clock.ts'
import { createEngine } from '../../packages/server/src/engine/create-engine.ts'
import type { Engine } from '../../packages/server/src/engine/engine.ts'
import type { Operation, OperationAnswer } from '../../packages/server/src/engine/operations.ts'
import { migrate } from '../../packages/server/src/store/migrate.ts'
import { ensureOrganization } from '../../packages/server/src/store/organization.ts'
import { openStore, type Store } from '../../packages/server/src/store/store.ts'

export const benchActor: Actor = { kind: 'administrator', name: 'bench' }
const organizationId = 'default'
/** As many as the server gives its engine. */
const CONNECTIONS = 4

const quiet = () => undefined
const log = { isLevelEnabled: () => false, debug: quiet, info: quiet, warn: quiet, error: console.error }

export interface BenchEngine {
  readonly engine: Engine
  /** Fails unless it was done. */
  submit(operation: Operation, idempotencyKey?: string): Promise<OperationAnswer & { readonly status: 'done' }>
  stop(): Promise<void>
}

export interface BenchStore {
  readonly store: Store
  /** The engine of the product, as the server builds it. */
  startEngine(): Promise<BenchEngine>
  close(): Promise<void>
}

/** The product's own schema in an empty database. */
export async function openBenchStore(connectionString: string): Promise<BenchStore> {
  const store = openStore({ connectionString, connectionsMax: CONNECTIONS, name: 'bench', plansOnce: true })
  await migrate(store)
  await ensureOrganization(store, { id: organizationId, name: 'Bench', routingEnabled: true }, Date.now())
  return { store, startEngine: () => startBenchEngine(store), close: () => store.close() }
}

async function startBenchEngine(store: Store): Promise<BenchEngine> {
  const engine = await createEngine({
    store,
    organizationId,
    holder: randomUUID(),
    isAlone: true,
    clock: createSystemClock(),
    random: Math.random,
    newId: randomUUID,
    log,
    onFatal: (error) => {
      throw error
    },
  })
  return {
    engine,
    submit: async (operation, idempotencyKey) => {
      const answer = await engine.submit({
        operation,
        actor: benchActor,
        idempotencyKey: idempotencyKey ?? null,
        requestHash: idempotencyKey ?? null,
        requestId: '',
      })
      if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
      return answer
    },
    stop: () => engine.stop(),
  }
}

/** Puts a configuration in force and signs its people in. */
export async function beginWork({ submit }: BenchEngine, configuration: Configuration): Promise<void> {
  await submit({ type: 'replaceConfiguration', configuration, ifVersion: null })
  for (const { name } of configuration.representatives ?? []) {
    await submit({ type: 'command', command: { type: 'signIn', actor: benchActor, representative: name } })
  }
}
