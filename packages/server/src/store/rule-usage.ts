import { sql } from 'kysely'
import type { Store } from './store.ts'

/** What one batch adds to the count of a rule, or of a stage. */
export interface RuleUse {
  /** Of the organization's calendar: "2026-11-26". */
  readonly day: string
  readonly kind: string
  readonly owner: string
  readonly ruleset: string
  readonly rule: string
  readonly uses: number
}

export interface RuleUsageQuery {
  /** Days, both included; the last one is today. */
  readonly from: string
  readonly to: string
  /** Null: any. */
  readonly kind: string | null
  readonly owner: string | null
}

export interface RuleUsage extends Omit<RuleUse, 'day' | 'uses'> {
  readonly today: number
  readonly total: number
}

const ITEMS_MAX = 20_000

export async function readRuleUsage(
  { db }: Store,
  organizationId: string,
  { from, to, kind, owner }: RuleUsageQuery,
): Promise<readonly RuleUsage[]> {
  const { rows } = await sql<RuleUsage>`
    select kind, owner, ruleset, rule, sum(uses)::bigint as total,
           coalesce(sum(uses) filter (where day = ${to}::date), 0)::bigint as today
      from rule_usage
     where organization_id = ${organizationId}
       and day between ${from}::date and ${to}::date
       and kind = coalesce(${kind}::text, kind)
       and owner = coalesce(${owner}::text, owner)
     group by kind, owner, ruleset, rule
     order by kind, owner, ruleset, rule
     limit ${ITEMS_MAX}`.execute(db)
  return rows
}

/** Removes counts of days before this one. */
export async function removeRuleUsageBefore({ db }: Store, organizationId: string, day: string): Promise<void> {
  await sql`
    delete from rule_usage
     where organization_id = ${organizationId}
       and day < ${day}::date`.execute(db)
}
