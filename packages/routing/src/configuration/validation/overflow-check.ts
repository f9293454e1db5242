import type { QueueType } from '../../vocabulary.ts'
import type { InQueueOverflow, OverflowRule, Queue } from '../document.ts'
import { parseDuration } from '../duration.ts'
import {
  type OverflowActionName as Action,
  beforeQueueActions,
  inQueueActions,
  overflowActionNames,
  type OverflowTrigger as Trigger,
} from '../overflow-pairs.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { duration, integer, list, name, object, show, textOf } from './checks.ts'
import { wordOrObject } from './either.ts'
import type { Check, Place } from './place.ts'
import { queueName } from './references.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const RULES_MAX = 20
const WORK_ITEM_LIMIT_MAX = 100

/** What counts as waiting too long (routing.md 11.4). */
const waits: Readonly<Record<QueueType, Check>> = {
  voice: duration(MINUTE_MS, 60 * MINUTE_MS),
  messaging: duration(MINUTE_MS, 2 * DAY_MS),
  record: duration(3 * MINUTE_MS, 2 * DAY_MS),
}

/** One of the actions, whether or not it suits the queue. */
export const overflowAction = wordOrObject(['assignAnyway', 'endConversation', 'directCallback', 'voicemail'], {
  transferToQueue: object<{ transferToQueue: string }>({
    fields: { transferToQueue: queueName },
    required: ['transferToQueue'],
  }),
  transferToNumber: object<{ transferToNumber: string }>({
    fields: { transferToNumber: name(50) },
    required: ['transferToNumber'],
  }),
})

const trigger = wordOrObject(['outOfOperatingHours'], {
  workItemLimit: object<{ workItemLimit: number }>({
    fields: { workItemLimit: integer(1, WORK_ITEM_LIMIT_MAX) },
    required: ['workItemLimit'],
  }),
  averageWait: object<{ averageWait: string }>({
    fields: { averageWait: duration(30 * SECOND_MS, 60 * MINUTE_MS) },
    required: ['averageWait'],
  }),
})

const beforeQueueRule = object<OverflowRule>({
  fields: { when: trigger, do: overflowAction },
  required: ['when', 'do'],
})

/** The queue whose overflow is described. */
export interface OverflowingQueue {
  readonly name: string | null
  readonly type: QueueType
}

export function beforeQueueOverflow(queue: OverflowingQueue): Check {
  return list(
    (rule, place) => {
      beforeQueueRule(rule, place)
      if (!isRecord(rule)) return
      const known = triggerOf(own(rule, 'when'))
      if (known === null) return
      const allowed = beforeQueueActions[queue.type][known]
      if (allowed.length === 0)
        place.at('when').report(`'${known}' does not exist for ${queue.type} queues; remove the rule`)
      else checkAction({ action: own(rule, 'do'), allowed, queue, place: place.at('do') })
    },
    { max: RULES_MAX },
  )
}

function inQueueOverflow(queue: OverflowingQueue): Check {
  const actions = inQueueActions[queue.type]
  const rule = object<InQueueOverflow>({
    fields: { waitingLongerThan: waits[queue.type], do: overflowAction },
    required: ['waitingLongerThan', 'do'],
    refine: (row, place) => checkAction({ action: own(row, 'do'), allowed: actions, queue, place: place.at('do') }),
  })
  return list(rule, {
    max: RULES_MAX,
    unique: (row) => {
      const ms = parseDuration(textOf(row, 'waitingLongerThan') ?? '')
      return ms === null ? null : `${ms} ms`
    },
  })
}

/** The overflow settings of a queue. */
export function queueOverflow(queue: OverflowingQueue): Check {
  return object<NonNullable<Queue['overflow']>>({
    fields: { beforeQueue: beforeQueueOverflow(queue), inQueue: inQueueOverflow(queue) },
    required: [],
  })
}

interface ActionInPlace {
  readonly action: unknown
  readonly allowed: readonly Action[]
  readonly queue: OverflowingQueue
  readonly place: Place
}

/** The action must suit the queue, and a transfer must lead to another queue of the same type. */
export function checkAction({ action, allowed, queue, place }: ActionInPlace): void {
  const known = actionOf(action)
  if (known === null) return
  if (!allowed.includes(known)) {
    return place.report(`'${known}' is not possible for ${queue.type} queues here; use one of ${allowed.join(', ')}`)
  }
  const target = isRecord(action) ? textOf(action, 'transferToQueue') : null
  const type = target === null ? null : (place.names.queues.get(target) ?? null)
  if (target !== null && target === queue.name)
    place.at('transferToQueue').report('the queue would overflow into itself; choose another queue')
  else if (type !== null && type !== queue.type) {
    place.at('transferToQueue').report(`queue ${show(target)} is of type '${type}'; choose one of type '${queue.type}'`)
  }
}

function actionOf(action: unknown): Action | null {
  const word = isRecord(action) ? Object.keys(action)[0] : action
  return overflowActionNames.find((known) => known === word) ?? null
}

function triggerOf(when: unknown): Trigger | null {
  const triggers: readonly Trigger[] = ['outOfOperatingHours', 'workItemLimit', 'averageWait']
  const word = isRecord(when) ? triggerKey(when) : when
  return triggers.find((known) => known === word) ?? null
}

function triggerKey(when: UnknownRecord): string | undefined {
  return Object.keys(when)[0]
}
