import type { RuleUsageKind } from '@unified-routing/contract'
import type { RoutingEvent, RuleTrace, WorkItem } from '@unified-routing/routing'
import type { RuleUse } from '../store/rule-usage.ts'

type Items = ReadonlyMap<string, Pick<WorkItem, 'workstream' | 'record'>>
type Counts = Map<string, number>

/** Counts the rules that applied in a batch, and the stages that its work has passed, read off its own events.
 *
 * `items`: those that the batch has changed, as every item that passes a stage is. */
export function ruleUsesOf(events: readonly RoutingEvent[], items: Items, day: string): readonly RuleUse[] {
  const uses = new UsesByOwner()
  for (const event of events) {
    if (!isCounted(event)) continue
    const item = event.workItem === null ? undefined : items.get(event.workItem)
    if (item !== undefined) countEvent(event, item, uses)
  }
  return uses.list(day)
}

/** Counts by kind, owner, ruleset and rule: the same few for all work of a batch, so that finding one makes no text. */
class UsesByOwner {
  readonly #kinds = new Map<RuleUsageKind, Map<string, Map<string, Counts>>>()

  /** `ruleset` is empty where the kind has none. */
  of(kind: RuleUsageKind, owner: string, ruleset = ''): Counts {
    return this.#kinds.get(kind)?.get(owner)?.get(ruleset) ?? this.#begin(kind, owner, ruleset)
  }

  list(day: string): RuleUse[] {
    const list: RuleUse[] = []
    for (const [kind, owners] of this.#kinds)
      for (const [owner, rulesets] of owners)
        for (const [ruleset, counts] of rulesets)
          for (const [rule, uses] of counts) list.push({ day, kind, owner, ruleset, rule, uses })
    return list
  }

  #begin(kind: RuleUsageKind, owner: string, ruleset: string): Counts {
    const counts: Counts = new Map()
    const owners = this.#kinds.get(kind) ?? new Map<string, Map<string, Counts>>()
    const rulesets = owners.get(owner) ?? new Map<string, Counts>()
    this.#kinds.set(kind, owners.set(owner, rulesets.set(ruleset, counts)))
    return counts
  }
}

function countEvent(
  event: RoutingEvent,
  { workstream, record }: Pick<WorkItem, 'workstream' | 'record'>,
  uses: UsesByOwner,
): void {
  const stage = stageOf[event.type]
  if (stage !== undefined) count(uses.of('stage', workstream), stage)
  switch (event.type) {
    case 'workItem.intake':
      return countApplied(event.rules, uses.of('intake', record?.table ?? ''))
    case 'workItem.classified':
      for (const { name, rules } of event.rulesets) countApplied(rules, uses.of('classification', workstream, name))
      return
    case 'workItem.routedToQueue':
      return countApplied(event.rules, uses.of('routeToQueue', workstream))
    case 'workItem.queued':
      if (event.queue !== null && event.rule !== undefined) count(uses.of('prioritization', event.queue), event.rule)
      return
    case 'workItem.overflowed':
      if (event.queue !== null) count(uses.of('overflow', event.queue), event.trigger)
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

/** Most events are neither a stage nor tell of rules. */
function isCounted({ type }: RoutingEvent): boolean {
  return type in stageOf || type === 'workItem.intake' || type === 'workItem.overflowed'
}

function countApplied(rules: readonly RuleTrace[], counts: Counts): void {
  for (const { name, status } of rules) if (status === 'Applied') count(counts, name)
}

function count(counts: Counts, rule: string): void {
  counts.set(rule, (counts.get(rule) ?? 0) + 1)
}
