import type { OverflowAction, RouteToQueueRule, RouteToQueueRuleset } from '../configuration/document.ts'
import { type BeforeQueueOverflow, beforeQueueOverflow } from '../configuration/overflow-settings.ts'
import type { QueueSettings } from '../configuration/queue-settings.ts'
import type { RuleTrace } from '../event.ts'
import type { Facts } from '../rules/facts.ts'
import { compileRules, type RuleList } from '../rules/rule-list.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { Instant, QueueName } from '../vocabulary.ts'
import { type AllocationMemory, pickByShare } from './allocation.ts'

/** The route-to-queue rules of one workstream. */
export interface RouteToQueue {
  readonly hitPolicy: 'all' | 'first'
  readonly rules: RuleList
  readonly targets: readonly Target[]
}

interface Target {
  readonly name: string
  readonly queue: QueueName | null
  readonly allocation: Readonly<Record<QueueName, number>> | null
  /** Overflow rules that replace the queue's own for items of this rule. */
  readonly overflow: ReadonlyMap<QueueName, readonly BeforeQueueOverflow[]>
}

/** A queue that takes nothing more at this moment, and what its rules say to do. */
export interface QueueOverflow {
  readonly trigger: BeforeQueueOverflow['trigger']
  readonly action: OverflowAction
  /** True inside its operating hours. */
  readonly isOperational: boolean
  /** When it opens next; null: unknown or never. */
  readonly opensAt: Instant | null
}

export interface RouteToQueueInput {
  /** Null: the workstream has no ruleset. */
  readonly routeToQueue: RouteToQueue | null
  readonly facts: Facts
  readonly fallbackQueue: QueueName
  /** What went wrong in classification; the item goes to the fallback queue and no rule is evaluated. */
  readonly classificationError: string | null
  readonly memoryOf: (rule: string) => AllocationMemory | undefined
  /** Whether the queue overflows before queueing. `override`: the rule's own overflow rules, else the queue's count. */
  readonly overflowOf: (queue: QueueName, override: readonly BeforeQueueOverflow[] | undefined) => QueueOverflow | null
}

/** Where an item goes. The caller runs `overflow.action` and keeps `memory`. */
export interface RouteToQueueDecision {
  readonly queue: QueueName
  /** Name of the applied rule; null: fallback. */
  readonly rule: string | null
  readonly reason: 'rule' | 'fallbackNoMatch' | 'fallbackNoRules' | 'fallbackError' | 'overflow'
  readonly message: string | null
  readonly rules: readonly RuleTrace[]
  /** Set when every queue that was considered overflows. */
  readonly overflow: QueueOverflow | null
  /** Percentage rules that picked, applied or not, with their new memory. */
  readonly memory: readonly { readonly rule: string; readonly memory: AllocationMemory }[]
}

const NO_RULES_MESSAGE = 'Valid route to queue rules are missing in workstream. Routed to fallback queue.'
const NO_MATCH_MESSAGE = 'No route to queue rule is met. Routed to fallback queue.'

export function compileRouteToQueue(
  ruleset: RouteToQueueRuleset,
  scope: RuleScope,
  queues: ReadonlyMap<QueueName, QueueSettings>,
): RouteToQueue {
  return {
    hitPolicy: ruleset.hitPolicy ?? 'all',
    rules: compileRules(ruleset.rules, scope),
    targets: ruleset.rules.map((rule) => compileTarget(rule, queues)),
  }
}

/** Chooses the queue of an item: of all rules that are met, the first whose queue does not overflow.
 *
 * When all overflow: the first operational one, else the one that opens earliest, with its action. A percentage rule
 * picks before overflow is looked at, and only as far as rules are considered. Nothing met, no rules or an error:
 * the fallback queue, whose overflow is not asked. */
export function routeToQueue(input: RouteToQueueInput): RouteToQueueDecision {
  const { routeToQueue: ruleset, classificationError } = input
  if (classificationError !== null) {
    const message = `Classification failed: ${classificationError} Routed to fallback queue.`
    return { ...fallback(input, 'fallbackError', message), rules: ruleset === null ? [] : notProcessed(ruleset) }
  }
  if (ruleset === null || ruleset.targets.length === 0) return fallback(input, 'fallbackNoRules', NO_RULES_MESSAGE)
  try {
    return routeByRules(ruleset, input)
  } catch (error) {
    const message = `A route to queue rule failed: ${String(error)} Routed to fallback queue.`
    return { ...fallback(input, 'fallbackError', message), rules: notProcessed(ruleset) }
  }
}

interface Considered {
  readonly index: number
  readonly target: Target
  readonly queue: QueueName
  readonly overflow: QueueOverflow | null
  readonly memory: AllocationMemory | null
}

function routeByRules(ruleset: RouteToQueue, input: RouteToQueueInput): RouteToQueueDecision {
  const { facts } = input
  const considered = consider(ruleset, input)
  const applied = considered.find(({ overflow }) => overflow === null) ?? leastBad(considered)
  const rules = ruleset.rules.trace(facts, ruleset.hitPolicy, applied?.index ?? -1)
  if (applied === undefined) return { ...fallback(input, 'fallbackNoMatch', NO_MATCH_MESSAGE), rules }
  return {
    queue: applied.queue,
    rule: applied.target.name,
    reason: applied.overflow === null ? 'rule' : 'overflow',
    message: null,
    rules,
    overflow: applied.overflow,
    memory: considered.flatMap(({ target, memory }) => (memory === null ? [] : [{ rule: target.name, memory }])),
  }
}

/** The rules that are met, in order, as far as the first whose queue does not overflow. */
function consider(ruleset: RouteToQueue, input: RouteToQueueInput): readonly Considered[] {
  const matched: number[] = []
  ruleset.rules.allMatches(input.facts, matched)
  const considered: Considered[] = []
  for (const index of ruleset.hitPolicy === 'first' ? matched.slice(0, 1) : matched) {
    const target = ruleset.targets[index]
    if (target === undefined) continue
    const candidate = considerTarget(target, index, input)
    considered.push(candidate)
    if (candidate.overflow === null) break
  }
  return considered
}

function considerTarget(target: Target, index: number, input: RouteToQueueInput): Considered {
  const pick = target.allocation === null ? null : pickByShare(target.allocation, input.memoryOf(target.name))
  const queue = pick?.queue ?? target.queue ?? input.fallbackQueue
  const overflow = input.overflowOf(queue, target.overflow.get(queue))
  return { index, target, queue, overflow, memory: pick?.memory ?? null }
}

function leastBad(considered: readonly Considered[]): Considered | undefined {
  const operational = considered.find(({ overflow }) => overflow?.isOperational === true)
  if (operational !== undefined) return operational
  const opensAt = ({ overflow }: Considered) => overflow?.opensAt ?? Number.POSITIVE_INFINITY
  return considered.toSorted((left, right) => compareNumbers(opensAt(left), opensAt(right)))[0]
}

function compareNumbers(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1
}

function fallback(
  input: RouteToQueueInput,
  reason: RouteToQueueDecision['reason'],
  message: string,
): RouteToQueueDecision {
  return { queue: input.fallbackQueue, rule: null, reason, message, rules: [], overflow: null, memory: [] }
}

function notProcessed({ rules }: RouteToQueue): readonly RuleTrace[] {
  return rules.names.map((name) => ({ name, status: 'Not processed' }))
}

function compileTarget(rule: RouteToQueueRule, queues: ReadonlyMap<QueueName, QueueSettings>): Target {
  const overrides = Object.entries(rule.overflow ?? {}).map(
    ([queue, rules]) =>
      [queue, beforeQueueOverflow(rules, (queues.get(queue)?.operatingHours ?? null) !== null)] as const,
  )
  return {
    name: rule.name,
    queue: rule.queue ?? null,
    allocation: rule.allocation ?? null,
    overflow: new Map(overrides),
  }
}
