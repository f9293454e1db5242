import { z } from 'zod'
import { apiBase, noBody, noParams, operation } from './operation.ts'
import { count, list, name, text } from './values.ts'

/** How many days a count of rules looks back, today included. */
export const RULE_USAGE_DAYS = 7
const ITEMS_MAX = 20_000

/** What is counted: rules by where they stand, and the stages of a workstream that work has passed. */
const ruleUsageKinds = ['intake', 'classification', 'routeToQueue', 'prioritization', 'overflow', 'stage'] as const
export type RuleUsageKind = (typeof ruleUsageKinds)[number]

const day = z.iso.date()

const ruleUsageView = z
  .strictObject({
    /** Days of the organization's calendar, both included. */
    from: day,
    to: day,
    items: list(
      z.strictObject({
        kind: z.enum(ruleUsageKinds),
        /** Where the rule stands: intake, a table; prioritization and overflow, a queue; else a workstream. */
        owner: text,
        /** The ruleset of a classification rule; else empty. */
        ruleset: text,
        /** The rule by its name, an overflow by its trigger, a stage by its own. */
        rule: text,
        today: count,
        /** In all of the days. */
        total: count,
      }),
      ITEMS_MAX,
    ),
  })
  .meta({ id: 'RuleUsage' })

export const getRuleUsage = operation({
  id: 'getRuleUsage',
  group: 'Configuration',
  method: 'GET',
  path: `${apiBase}/rule-usage`,
  summary: 'Read how often rules applied in the last seven days, and how much work passed each stage',
  description:
    'Rules are counted under the name they had. One that was renamed begins anew; one that was removed is listed for as long as it applied.',
  audience: 'seeConfiguration',
  params: noParams,
  query: z.strictObject({ kind: z.enum(ruleUsageKinds).optional(), owner: name.optional() }),
  body: noBody,
  reply: ruleUsageView,
  replyStatus: 200,
  errors: [],
})
