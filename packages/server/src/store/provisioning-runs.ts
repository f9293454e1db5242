import { sql } from 'kysely'
import type { Store } from './store.ts'

export type RunKind = 'provisioning' | 'deprovisioning'
export type RunStatus =
  | 'Record_Created'
  | 'Toggled'
  | 'Provisioning_Started'
  | 'Provisioning_Completed'
  | 'Completed'
  | 'Deprovisioning_Started'
  | 'Deprovisioning_Completed'
  | 'Failed'

/** One turning on or off, with its steps in order. */
export interface StoredRun {
  readonly id: string
  readonly kind: RunKind
  readonly status: RunStatus
  readonly openWork: 'drain' | 'return' | null
  readonly startedBy: string
  readonly startedAt: number
  /** Null: under way. */
  readonly finishedAt: number | null
  readonly steps: readonly StoredStep[]
}

export interface StoredStep {
  readonly name: string
  readonly state: 'pending' | 'running' | 'done' | 'failed'
  readonly attempts: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly detail: string | null
  readonly error: string | null
}

export interface NewRun extends Pick<StoredRun, 'id' | 'kind' | 'openWork' | 'startedBy' | 'startedAt'> {
  readonly organizationId: string
  readonly steps: readonly string[]
}

interface RunKey {
  readonly organizationId: string
  readonly run: string
}

/** The run under way, else the last one; null: there was none. */
export async function readLatestRun({ db }: Pick<Store, 'db'>, organizationId: string): Promise<StoredRun | null> {
  const { rows } = await sql<StoredRun>`
    select r.id,
           r.kind,
           r.status,
           r.open_work as "openWork",
           r.started_by as "startedBy",
           r.started_at as "startedAt",
           r.finished_at as "finishedAt",
           (
             select coalesce(json_agg(json_build_object(
                      'name', s.name,
                      'state', s.state,
                      'attempts', s.attempts,
                      'startedAt', s.started_at,
                      'finishedAt', s.finished_at,
                      'detail', s.detail,
                      'error', s.error
                    ) order by s.position), '[]'::json)
               from provisioning_step s
              where s.organization_id = r.organization_id
                and s.run_id = r.id
           ) as steps
      from provisioning_run r
     where r.organization_id = ${organizationId}
     order by r.finished_at is null desc, r.started_at desc, r.id desc
     limit 1`.execute(db)
  return rows[0] ?? null
}

/** Records a run with its steps. Answers false when one is under way already. */
export async function insertRun({ db }: Pick<Store, 'db'>, run: NewRun): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const { numAffectedRows } = await sql`
      insert into provisioning_run (organization_id, id, kind, status, open_work, started_by, started_at)
      values (${run.organizationId}, ${run.id}, ${run.kind}, 'Record_Created', ${run.openWork}, ${run.startedBy},
              ${run.startedAt})
      on conflict (organization_id) where finished_at is null do nothing`.execute(transaction)
    if (numAffectedRows !== 1n) return false
    await sql`
      insert into provisioning_step (organization_id, run_id, position, name, state, attempts)
      select ${run.organizationId}, ${run.id}, step.position, step.name, 'pending', 0
        from unnest(${run.steps}::text[]) with ordinality as step (name, position)`.execute(transaction)
    return true
  })
}

/** Opens a failed run again, for the steps that are not done. */
export async function reopenRun(
  { db }: Pick<Store, 'db'>,
  { organizationId, run, startedBy }: RunKey & { readonly startedBy: string },
): Promise<void> {
  await sql`
    update provisioning_run
       set status = 'Toggled',
           started_by = ${startedBy},
           finished_at = null
     where organization_id = ${organizationId}
       and id = ${run}
       and status = 'Failed'`.execute(db)
}

export async function setRunStatus(
  { db }: Pick<Store, 'db'>,
  change: RunKey & { readonly status: RunStatus; readonly finishedAt: number | null },
): Promise<void> {
  await sql`
    update provisioning_run
       set status = ${change.status},
           finished_at = ${change.finishedAt}
     where organization_id = ${change.organizationId}
       and id = ${change.run}`.execute(db)
}

export async function startStep(
  { db }: Pick<Store, 'db'>,
  { organizationId, run, step, now }: RunKey & { readonly step: string; readonly now: number },
): Promise<void> {
  await sql`
    update provisioning_step
       set state = 'running',
           attempts = attempts + 1,
           started_at = ${now},
           finished_at = null,
           error = null
     where organization_id = ${organizationId}
       and run_id = ${run}
       and name = ${step}`.execute(db)
}

export async function finishStep(
  { db }: Pick<Store, 'db'>,
  step: RunKey & { readonly step: string; readonly now: number } & Pick<StoredStep, 'detail' | 'error'>,
): Promise<void> {
  await sql`
    update provisioning_step
       set state = ${step.error === null ? 'done' : 'failed'},
           finished_at = ${step.now},
           detail = ${step.detail},
           error = ${step.error}
     where organization_id = ${step.organizationId}
       and run_id = ${step.run}
       and name = ${step.step}`.execute(db)
}

/** Says that the jobs of the organization are attended to. */
export async function beat(
  { db }: Pick<Store, 'db'>,
  { organizationId, holder, now }: { organizationId: string; holder: string; now: number },
): Promise<void> {
  await sql`
    insert into job_runner (organization_id, holder, alive_at)
    values (${organizationId}, ${holder}, ${now})
    on conflict (organization_id) do update
       set holder = excluded.holder,
           alive_at = excluded.alive_at`.execute(db)
}

/** When they last were; zero: never. */
export async function lastBeat({ db }: Pick<Store, 'db'>, organizationId: string): Promise<number> {
  const { rows } = await sql<{ alive_at: number }>`
    select alive_at
      from job_runner
     where organization_id = ${organizationId}`.execute(db)
  return rows[0]?.alive_at ?? 0
}
