import { randomUUID } from 'node:crypto'
import type { Actor, Configuration } from '../../packages/routing/src/main.ts'
import { createSystemClock } from '../../packages/server/src/engine/clock.ts'
import { createEngine } from '../../packages/server/src/engine/create-engine.ts'
import type { Engine } from '../../packages/server/src/engine/engine.ts'
import type {
  BulkItem,
  Operation,
  OperationAnswer,
  OperationRequest,
} from '../../packages/server/src/engine/operations.ts'
import { newId } from '../../packages/server/src/new-id.ts'
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
  /** One bulk call; fails unless each was done. */
  submitAll(operations: readonly BulkOperation[]): Promise<void>
  stop(): Promise<void>
}

type BulkOperation = Extract<BulkItem, { readonly operation: Operation }>['operation']

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
    newId,
    log,
    onFatal: (error) => {
      throw error
    },
  })
  return {
    engine,
    submit: async (operation, idempotencyKey) => {
      const answer = await engine.submit(requestFor(operation, idempotencyKey))
      if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
      return answer
    },
    submitAll: async (operations) => {
      const items = operations.map((operation) => ({ operation, actor: benchActor }))
      const answer = await engine.submit(requestFor({ type: 'bulk', items }))
      if (answer.status !== 'each') throw new Error(JSON.stringify(answer))
      const other = answer.answers.find(({ status }) => status !== 'done')
      if (other !== undefined) throw new Error(JSON.stringify(other))
    },
    stop: () => engine.stop(),
  }
}

function requestFor(operation: Operation, idempotencyKey: string | null = null): OperationRequest {
  return { operation, actor: benchActor, idempotencyKey, requestHash: idempotencyKey, requestId: '' }
}

/** Puts a configuration in force and signs its people in. */
export async function beginWork({ submit }: BenchEngine, configuration: Configuration): Promise<void> {
  await submit({ type: 'replaceConfiguration', configuration, ifVersion: null })
  for (const { name } of configuration.representatives ?? []) {
    await submit({ type: 'command', command: { type: 'signIn', actor: benchActor, representative: name } })
  }
}
