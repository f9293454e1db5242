import { AppError } from '@unified-routing/contract'
import type { AuditLog } from '../audit/audit-log.ts'
import type { Accounts } from '../auth/accounts.ts'
import type { Engine } from '../engine/engine.ts'
import type { EngineLog } from '../engine/engine-options.ts'
import type { LoopMeter } from '../engine/loop-meter.ts'
import { databaseTroubleOf } from '../store/database-trouble.ts'
import { ensureJournalPartitions } from '../store/journal-partitions.ts'
import {
  beat,
  finishStep,
  insertRun,
  type RunKind,
  type RunStatus,
  readLatestRun,
  reopenRun,
  type StoredRun,
  setRunStatus,
  startStep,
} from '../store/provisioning-runs.ts'
import type { Store } from '../store/store.ts'
import type { StoredAdmission } from './admission.ts'
import { carryOut, editConfiguration } from './edit-configuration.ts'
import type { ProvisioningStep, StepContext } from './provisioning-step.ts'
import { SERVICE_USER_NAME } from './service-actor.ts'
import { provisioningSteps } from './steps/all-steps.ts'

const TICK_MS = 2_000
const PARTITIONS_EVERY_MS = 6 * 60 * 60 * 1_000

/** Turns unified routing on and off, step by step. What is under way is in the database: the server that routes goes on
 * with it, also one that has just taken over from a killed one (decision 0013). */
export interface Provisioner {
  /** Records that it is to be turned on, or that a failed provisioning goes on, and begins. */
  turnOn(by: string): Promise<void>
  turnOff(by: string, openWork: 'drain' | 'return'): Promise<void>
  /** Resolves when nothing more can be done at present. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface ProvisionerOptions {
  readonly organizationId: string
  readonly store: Store
  readonly engine: Engine
  readonly accounts: Accounts
  readonly admission: StoredAdmission
  readonly holder: string
  readonly now: () => number
  readonly newId: () => string
  readonly log: EngineLog
  readonly loop?: LoopMeter
  readonly audit: Pick<AuditLog, 'record'>
  readonly tickMs?: number
  /** Tests fail a step by throwing here, or kill the runner by throwing Killed. */
  readonly onStep?: (step: string, moment: 'before' | 'between') => void
}

/** The process is gone: nothing more is written. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

export function createProvisioner(options: ProvisionerOptions): Provisioner {
  const { organizationId, store, engine, admission, holder, now, newId, log, loop, tickMs = TICK_MS } = options
  let working: Promise<void> = Promise.resolve()
  let isStopping = false
  let partitionsDueAt = 0

  async function attend(): Promise<void> {
    if (isStopping) return
    await admission.reload()
    if (engine.role() !== 'leader') return
    await beat(store, { organizationId, holder, now: now() })
    const run = await readLatestRun(store, organizationId)
    if (run !== null && run.finishedAt === null) await carryOutRun(options, run, () => isStopping)
    await keepPartitions(run)
  }

  /** Once provisioned, there are always partitions for the months ahead. */
  async function keepPartitions(run: StoredRun | null): Promise<void> {
    if (run?.status !== 'Completed' || now() < partitionsDueAt) return
    partitionsDueAt = now() + PARTITIONS_EVERY_MS
    await ensureJournalPartitions(store, now())
  }

  function kick(): Promise<void> {
    const attended = working.then(attend).then(() => loop?.cameRound())
    working = attended.catch((error: unknown) => {
      loop?.failed()
      log.warn({ event: 'provisioning.interrupted', err: error }, 'provisioning interrupted')
    })
    return working
  }

  async function begin(kind: RunKind, by: string, openWork: 'drain' | 'return' | null): Promise<void> {
    requireLeader(engine)
    const present = await readLatestRun(store, organizationId)
    if (present?.kind === kind && present.status === 'Failed') {
      await reopenRun(store, { organizationId, run: present.id, startedBy: by })
    } else {
      const steps = provisioningSteps[kind].map(({ name }) => name)
      const run = { organizationId, id: newId(), kind, openWork, startedBy: by, startedAt: now(), steps }
      if (!(await insertRun(store, run))) refuseSecondRun(await readLatestRun(store, organizationId), kind)
    }
    void kick()
  }

  const timer = setInterval(() => void kick(), tickMs)
  timer.unref()
  void kick()
  return {
    turnOn: (by) => begin('provisioning', by, null),
    turnOff: (by, openWork) => begin('deprovisioning', by, openWork),
    settled: () => working,
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await working
    },
  }
}

function requireLeader(engine: Engine): void {
  if (engine.role() === 'leader') return
  throw new AppError('unavailable', 'This server does not route at the moment: try again, or ask another one.', {
    retryAfterSeconds: 1,
  })
}

/** Whoever asks twice for the same gets what is under way. */
function refuseSecondRun(present: StoredRun | null, kind: RunKind): void {
  if (present === null || present.kind === kind) return
  const text = present.kind === 'provisioning' ? 'turned on' : 'turned off'
  throw new AppError('refused', `Unified routing is being ${text} right now: wait until that is done.`, {
    reason: 'underWay',
  })
}

interface Phases {
  readonly started: RunStatus
  /** Before the last step, which makes it take effect. */
  readonly prepared: RunStatus
  readonly completed: RunStatus
}

const phases: Readonly<Record<RunKind, Phases>> = {
  provisioning: { started: 'Provisioning_Started', prepared: 'Provisioning_Completed', completed: 'Completed' },
  deprovisioning: {
    started: 'Deprovisioning_Started',
    prepared: 'Deprovisioning_Started',
    completed: 'Deprovisioning_Completed',
  },
}

async function carryOutRun(options: ProvisionerOptions, run: StoredRun, isStopping: () => boolean): Promise<void> {
  const { organizationId, store, now, log } = options
  const key = { organizationId, run: run.id }
  const phase = phases[run.kind]
  const steps = provisioningSteps[run.kind]
  await setRunStatus(store, { ...key, status: phase.started, finishedAt: null })
  for (const step of steps) {
    if (isStopping()) return
    if (run.steps.find(({ name }) => name === step.name)?.state === 'done') continue
    if (step === steps.at(-1)) await setRunStatus(store, { ...key, status: phase.prepared, finishedAt: null })
    const error = await carryOutStep(options, run, step)
    if (error !== null) {
      log.error({ event: 'provisioning.failed', step: step.name, err: error }, 'provisioning step failed')
      await setRunStatus(store, { ...key, status: 'Failed', finishedAt: now() })
      await recordOutcome(options, run, `failed at the step ${step.title}: ${error.message}`)
      return
    }
  }
  await setRunStatus(store, { ...key, status: phase.completed, finishedAt: now() })
  await recordOutcome(options, run, null)
  log.info({ event: 'provisioning.completed', kind: run.kind }, 'provisioning completed')
}

async function recordOutcome({ audit }: ProvisionerOptions, { kind }: StoredRun, failure: string | null) {
  const what = kind === 'provisioning' ? 'Turning on' : 'Turning off'
  await audit.record({
    action: failure === null ? 'provisioningFinished' : 'provisioningFailed',
    by: { kind: 'system', name: SERVICE_USER_NAME },
    ip: null,
    list: 'unifiedRouting',
    name: null,
    summary: `${what} of unified routing ${failure ?? 'was completed'}`,
  })
}

/** Answers what went wrong. What may only be late is thrown: the next round goes on with it. */
async function carryOutStep(
  options: ProvisionerOptions,
  run: StoredRun,
  step: ProvisioningStep,
): Promise<Error | null> {
  const { organizationId, store, now, onStep } = options
  const key = { organizationId, run: run.id, step: step.name }
  await startStep(store, { ...key, now: now() })
  try {
    onStep?.(step.name, 'before')
    const detail = await step.run(contextOf(options, run))
    onStep?.(step.name, 'between')
    await finishStep(store, { ...key, now: now(), detail, error: null })
    return null
  } catch (error) {
    if (isPassing(error)) throw error
    const failure = error instanceof Error ? error : new Error(String(error))
    await finishStep(store, { ...key, now: now(), detail: null, error: failure.message })
    return failure
  }
}

function isPassing(error: unknown): boolean {
  if (databaseTroubleOf(error) !== null) return true
  return error instanceof Killed || (error instanceof AppError && error.code === 'unavailable')
}

function contextOf(options: ProvisionerOptions, { openWork }: StoredRun): StepContext {
  const { organizationId, store, engine, accounts, now } = options
  return {
    organizationId,
    store,
    engine,
    accounts,
    now,
    openWork,
    editConfiguration: (edit) => editConfiguration(engine, edit),
    command: (command) => carryOut(engine, command),
  }
}
