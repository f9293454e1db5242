import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface RaisedAlert {
  readonly id: string
  readonly alert: string
  readonly queue: string | null
  readonly title: string
  readonly severity: 'warning' | 'critical'
  readonly figure: string
  readonly value: number
  readonly threshold: number
  readonly raisedAt: number
  readonly resolvedAt: number | null
  readonly acknowledgedAt: number | null
  readonly acknowledgedBy: string | null
}

/** Something to tell a webhook; it stays until it is delivered or given up. */
export interface NewDelivery {
  readonly id: string
  readonly alert: string
  readonly url: string
  readonly body: string
  readonly dueAt: number
}

export interface DueDelivery extends NewDelivery {
  readonly attempts: number
}

const columns = sql`
  id, alert, queue, title, severity, figure, value, threshold, raised_at as "raisedAt", resolved_at as "resolvedAt",
  acknowledged_at as "acknowledgedAt", acknowledged_by as "acknowledgedBy"`

/** The latest first. */
export async function listAlerts(
  { db }: Pick<Store, 'db'>,
  { organizationId, limit, onlyOpen }: { organizationId: string; limit: number; onlyOpen: boolean },
): Promise<readonly RaisedAlert[]> {
  const { rows } = await sql<RaisedAlert>`
    select ${columns}
      from raised_alert
     where organization_id = ${organizationId}
       and ${onlyOpen ? sql`resolved_at is null` : sql`true`}
     order by raised_at desc, id
     limit ${limit}`.execute(db)
  return rows
}

/** Raises it with what is to be told, in one transaction; answers false when it is raised already. */
export async function raiseAlert(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { alert, deliveries }: { readonly alert: RaisedAlert; readonly deliveries: readonly NewDelivery[] },
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const { numAffectedRows } = await sql`
      insert into raised_alert (organization_id, id, alert, queue, title, severity, figure, value, threshold, raised_at)
      values (${organizationId}, ${alert.id}, ${alert.alert}, ${alert.queue}, ${alert.title}, ${alert.severity},
              ${alert.figure}, ${alert.value}, ${alert.threshold}, ${alert.raisedAt})
      on conflict do nothing`.execute(transaction)
    if (numAffectedRows !== 1n) return false
    await insertDeliveries(transaction, organizationId, deliveries)
    return true
  })
}

/** Ends it with what is to be told; answers false when it has ended already. */
export async function resolveAlert(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { id, now, deliveries }: { readonly id: string; readonly now: number; readonly deliveries: readonly NewDelivery[] },
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const { numAffectedRows } = await sql`
      update raised_alert
         set resolved_at = ${now}
       where organization_id = ${organizationId}
         and id = ${id}
         and resolved_at is null`.execute(transaction)
    if (numAffectedRows !== 1n) return false
    await insertDeliveries(transaction, organizationId, deliveries)
    return true
  })
}

/** The first to acknowledge it is remembered. Null: there is none of that id. */
export async function acknowledgeAlert(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: number },
): Promise<RaisedAlert | null> {
  const { rows } = await sql<RaisedAlert>`
    update raised_alert
       set acknowledged_at = coalesce(acknowledged_at, ${now}),
           acknowledged_by = coalesce(acknowledged_by, ${by})
     where organization_id = ${organizationId}
       and id = ${id}
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

async function insertDeliveries(
  db: Pick<Store, 'db'>['db'],
  organizationId: string,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  for (const { id, alert, url, body, dueAt } of deliveries)
    await sql`
      insert into webhook_delivery (organization_id, id, alert, url, body, attempts, due_at)
      values (${organizationId}, ${id}, ${alert}, ${url}, ${body}, 0, ${dueAt})`.execute(db)
}

/** What is due, the longest due first. */
export async function dueDeliveries(
  { db }: Pick<Store, 'db'>,
  { organizationId, now, limit }: { organizationId: string; now: number; limit: number },
): Promise<readonly DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    select id, alert, url, body, attempts, due_at as "dueAt"
      from webhook_delivery
     where organization_id = ${organizationId}
       and delivered_at is null
       and failed_at is null
       and due_at <= ${now}
     order by due_at
     limit ${limit}`.execute(db)
  return rows
}

/** What came of a try: delivered, to be tried again at `dueAt`, or given up when that is null. */
export async function recordDelivery(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  tried: { readonly id: string; readonly now: number; readonly error: string | null; readonly dueAt: number | null },
): Promise<void> {
  const { id, now, error, dueAt } = tried
  await sql`
    update webhook_delivery
       set attempts = attempts + 1,
           last_error = ${error},
           delivered_at = ${error === null ? now : null},
           failed_at = ${error !== null && dueAt === null ? now : null},
           due_at = coalesce(${dueAt}::bigint, due_at)
     where organization_id = ${organizationId}
       and id = ${id}`.execute(db)
}
