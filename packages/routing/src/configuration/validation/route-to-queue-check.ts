import type { RuleScope } from '../../rules/scope.ts'
import type { QueueType } from '../../vocabulary.ts'
import type { RouteToQueueRule, RouteToQueueRuleset } from '../document.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { dictionary, name, named, object, oneOf, show } from './checks.ts'
import { condition } from './condition-check.ts'
import { beforeQueueOverflow } from './overflow-check.ts'
import type { Check, Place } from './place.ts'
import { queueName } from './references.ts'

const RULES_MAX = 200
const ALLOCATED_QUEUES_MAX = 5
const WHOLE = 100
/** Thirds written as 33.33, 33.33 and 33.34 add up to 100 but for the last bits. */
const ROUNDING = 1e-6

/** A queue that exists and takes this type of work. */
export function queueOfType(type: QueueType): Check {
  return (value, place) => {
    queueName(value, place)
    const found = typeof value === 'string' ? (place.names.queues.get(value) ?? null) : null
    if (found === null || found === type) return
    place.report(`queue ${show(value)} is of type '${found}'; choose one of type '${type}'`)
  }
}

const percentage: Check = (value, place) => {
  if (typeof value !== 'number' || !(value > 0) || value > WHOLE) {
    place.report(`expected a percentage above 0 and up to ${WHOLE}, found ${show(value)}`)
  }
}

export function routeToQueue(scope: RuleScope, type: QueueType): Check {
  const rule = object<RouteToQueueRule>({
    fields: {
      name: name(),
      when: condition(scope),
      queue: queueOfType(type),
      allocation: dictionary(queueOfType(type), percentage, ALLOCATED_QUEUES_MAX),
      overflow: dictionary(queueName, () => undefined),
    },
    required: ['name', 'when'],
    refine: (row, place) => {
      checkTarget(row, place)
      checkOverrides(row, { type, place })
    },
  })
  return object<RouteToQueueRuleset>({
    fields: { hitPolicy: oneOf(['all', 'first']), rules: named(rule, { max: RULES_MAX }) },
    required: ['rules'],
  })
}

function checkTarget(rule: UnknownRecord, place: Place): void {
  const [queue, allocation] = [own(rule, 'queue'), own(rule, 'allocation')]
  if (queue === undefined && allocation === undefined)
    place.report("the rule leads nowhere; add 'queue' or 'allocation'")
  if (queue !== undefined && allocation !== undefined) {
    place.report("'queue' and 'allocation' exclude each other; remove one")
  }
  if (!isRecord(allocation)) return
  let total = 0
  for (const share of Object.values(allocation)) total += typeof share === 'number' ? share : 0
  if (!(Math.abs(total - WHOLE) < ROUNDING)) {
    place.at('allocation').report(`the percentages total ${total}; make them total ${WHOLE}`)
  }
}

function checkOverrides(
  rule: UnknownRecord,
  { type, place }: { readonly type: QueueType; readonly place: Place },
): void {
  const [queue, allocation, overrides] = [own(rule, 'queue'), own(rule, 'allocation'), own(rule, 'overflow')]
  if (!isRecord(overrides)) return
  for (const [target, rules] of Object.entries(overrides)) {
    const there = place.at('overflow').at(target)
    if (target !== queue && !(isRecord(allocation) && Object.hasOwn(allocation, target))) {
      there.report(`the rule does not lead to queue ${show(target)}; remove the entry or correct the name`)
    }
    beforeQueueOverflow({ name: target, type })(rules, there)
  }
}
