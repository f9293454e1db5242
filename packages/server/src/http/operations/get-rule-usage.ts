import { localDayOf, RULE_USAGE_DAYS, type RuleUsageKind } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** As they are stored. */
const kinds: readonly RuleUsageKind[] = [
  'intake',
  'classification',
  'routeToQueue',
  'prioritization',
  'overflow',
  'stage',
]

export const getRuleUsage: Handler<'getRuleUsage'> = async ({ query }, { reads, catalogs, now }) => {
  const to = localDayOf(catalogs().organization.timeZone, now()).date
  const from = new Date(Date.parse(to) - (RULE_USAGE_DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  const found = await reads.ruleUsage({ from, to, kind: query.kind ?? null, owner: query.owner ?? null })
  const items = found.flatMap(({ kind: stored, ...use }) => {
    // A later release may count more.
    const kind = kinds.find((known) => known === stored)
    return kind === undefined ? [] : [{ kind, ...use }]
  })
  return { body: { from, to, items } }
}
