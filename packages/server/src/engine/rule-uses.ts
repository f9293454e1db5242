import type { RuleUsageKind } from '@unified-routing/contract'
import type { RoutingEvent, RuleTrace, WorkItem } from '@unified-routing/routing'
import type { RuleUse } from '../store/rule-usage.ts'

type Items = ReadonlyMap<string, Pick<WorkItem, 'workstream' | 'record'>>
interface Counted {
  readonly kind: RuleUsageKind
  readonly owner: string
  readonly ruleset?: string
  readonly rule: string
}

/** Counts the rules that applied in a batch, and the stages that its work has passed, read off its own events.
 *
 * `items`: those that the batch has changed, as every item that passes a stage is. */
export function ruleUsesOf(events: readonly RoutingEvent[], items: Items, day: string): readonly RuleUse[] {
  const uses = new Map<string, Counted & { count: number }>()
  const count = (counted: Counted) => {
    const key = `${counted.kind}\n${counted.owner}\n${counted.ruleset ?? ''}\n${counted.rule}`
    const known = uses.get(key)
    if (known === undefined) uses.set(key, { ...counted, count: 1 })
    else known.count += 1
  }
  for (const event of events) {
    const item = event.workItem === null ? undefined : items.get(event.workItem)
    if (item !== undefined) countEvent(event, item, count)
  }
  return Array.from(uses.values(), ({ count: counted, ruleset = '', ...key }) => ({
    ...key,
    ruleset,
    day,
    uses: counted,
  }))
}

function countEvent(
  event: RoutingEvent,
  { workstream, record }: Pick<WorkItem, 'workstream' | 'record'>,
  count: (counted: Counted) => void,
): void {
  const stage = stageOf[event.type]
  if (stage !== undefined) count({ kind: 'stage', owner: workstream, rule: stage })
  switch (event.type) {
    case 'workItem.intake':
      return countApplied(event.rules, (rule) => count({ kind: 'intake', owner: record?.table ?? '', rule }))
    case 'workItem.classified':
      for (const { name: ruleset, rules } of event.rulesets)
        countApplied(rules, (rule) => count({ kind: 'classification', owner: workstream, ruleset, rule }))
      return
    case 'workItem.routedToQueue':
      return countApplied(event.rules, (rule) => count({ kind: 'routeToQueue', owner: workstream, rule }))
    case 'workItem.queued':
      if (event.queue !== null && event.rule !== undefined)
        count({ kind: 'prioritization', owner: event.queue, rule: event.rule })
      return
    case 'workItem.overflowed':
      if (event.queue !== null) count({ kind: 'overflow', owner: event.queue, rule: event.trigger })
  }
}

/** The stage that an event says an item has passed. */
const stageOf: Readonly<Partial<Record<RoutingEvent['type'], string>>> = {
  'workItem.created': 'intake',
  'workItem.classified': 'classification',
  'workItem.routedToQueue': 'routeToQueue',
  'workItem.queued': 'prioritization',
  'workItem.offered': 'assignment',
  'workItem.assigned': 'assignment',
  'workItem.accepted': 'offer',
}

function countApplied(rules: readonly RuleTrace[], count: (rule: string) => void): void {
  for (const { name, status } of rules) if (status === 'Applied') count(name)
}
