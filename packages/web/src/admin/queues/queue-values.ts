import type {
  AssignmentMethod,
  InQueueOverflow,
  OverflowAction,
  OverflowActionName,
  OverflowRule,
  OverflowTrigger,
  Queue,
} from '@unified-routing/routing'
import { numberOr } from '../nouns/values.ts'

/** What is done with an item, as the controls hold it. */
export interface ActionValues {
  action: OverflowActionName
  queue: string
  phone: string
}

export interface BeforeQueueValues extends ActionValues {
  when: OverflowTrigger
  limit: number | null
  wait: string
}

export interface InQueueValues extends ActionValues {
  wait: string
}

export type QueueValues = {
  name: string
  type: Queue['type']
  priority: number | null
  members: readonly string[]
  operatingHours: string
  respectWorkingHours: boolean
  assignment: AssignmentMethod
  beforeQueue: BeforeQueueValues[]
  inQueue: InQueueValues[]
}

/** What a queue gets by when nobody chose: least active for voice. */
function usualMethod(type: Queue['type']): AssignmentMethod {
  return { method: type === 'voice' ? 'leastActive' : 'highestCapacity' }
}

export function queueValues(row: Queue | null): QueueValues {
  const type = row?.type ?? 'messaging'
  return {
    name: row?.name ?? '',
    type,
    priority: row?.priority ?? 1,
    members: row?.members ?? [],
    operatingHours: row?.operatingHours ?? '',
    respectWorkingHours: row?.respectWorkingHours ?? false,
    assignment: row?.assignment ?? usualMethod(type),
    beforeQueue: (row?.overflow?.beforeQueue ?? []).map(beforeQueueValues),
    inQueue: (row?.overflow?.inQueue ?? []).map((rule) => ({
      wait: rule.waitingLongerThan,
      ...actionValues(rule.do),
    })),
  }
}

/** The queue that the form describes. What the document spells out stays, also when it is the default: whoever may
 * change only the members must not seem to change more. */
export function queueOf(values: QueueValues, before: Queue | null): Queue {
  const { name, type, priority, members, operatingHours, respectWorkingHours, assignment } = values
  const overflow = overflowOf(values)
  const usual = usualMethod(type)
  const isUsual = Object.keys(assignment).length === 1 && assignment.method === usual.method
  return {
    name,
    type,
    ...(priority === 1 && before?.priority === undefined ? {} : { priority: numberOr(priority) }),
    ...(members.length > 0 || before?.members ? { members: [...members] } : {}),
    ...(operatingHours === '' ? {} : { operatingHours }),
    ...(isUsual && !before?.assignment ? {} : { assignment }),
    ...(overflow ? { overflow } : before?.overflow && isEmpty(before.overflow) ? { overflow: before.overflow } : {}),
    ...(respectWorkingHours || before?.respectWorkingHours !== undefined ? { respectWorkingHours } : {}),
  }
}

function isEmpty({ beforeQueue = [], inQueue = [] }: NonNullable<Queue['overflow']>): boolean {
  return beforeQueue.length === 0 && inQueue.length === 0
}

function beforeQueueValues({ when, do: action }: OverflowRule): BeforeQueueValues {
  const rest = { limit: null, wait: '', ...actionValues(action) }
  if (when === 'outOfOperatingHours') return { when, ...rest }
  if ('workItemLimit' in when) return { when: 'workItemLimit', ...rest, limit: when.workItemLimit }
  return { when: 'averageWait', ...rest, wait: when.averageWait }
}

function actionValues(action: OverflowAction): ActionValues {
  if (typeof action === 'string') return { action, queue: '', phone: '' }
  if ('transferToQueue' in action) return { action: 'transferToQueue', queue: action.transferToQueue, phone: '' }
  return { action: 'transferToNumber', queue: '', phone: action.transferToNumber }
}

function overflowOf({ beforeQueue, inQueue }: QueueValues): Queue['overflow'] | null {
  if (beforeQueue.length === 0 && inQueue.length === 0) return null
  return {
    ...(beforeQueue.length > 0 ? { beforeQueue: beforeQueue.map(ruleOf) } : {}),
    ...(inQueue.length > 0
      ? { inQueue: inQueue.map((rule): InQueueOverflow => ({ waitingLongerThan: rule.wait, do: actionOf(rule) })) }
      : {}),
  }
}

function ruleOf(values: BeforeQueueValues): OverflowRule {
  const action = actionOf(values)
  switch (values.when) {
    case 'outOfOperatingHours':
      return { when: 'outOfOperatingHours', do: action }
    case 'workItemLimit':
      return { when: { workItemLimit: numberOr(values.limit) }, do: action }
    case 'averageWait':
      return { when: { averageWait: values.wait }, do: action }
  }
}

function actionOf({ action, queue, phone }: ActionValues): OverflowAction {
  if (action === 'transferToQueue') return { transferToQueue: queue }
  return action === 'transferToNumber' ? { transferToNumber: phone } : action
}

/** Where the form shows a place of the queue. */
export function queueFieldOf(place: string): string {
  return place
    .replace(/^overflow\./, '')
    .replace(/\.when\.workItemLimit$/, '.limit')
    .replace(/\.when\.averageWait$/, '.wait')
    .replace(/\.waitingLongerThan$/, '.wait')
    .replace(/\.do\.transferToQueue$/, '.queue')
    .replace(/\.do\.transferToNumber$/, '.phone')
    .replace(/\.do$/, '.action')
}

/** The tab in which a field of the form lies. */
export function queueTabOf(field: string): string {
  if (field.startsWith('members')) return 'members'
  if (/^assignment\.(rulesets|selectionCriteria|prioritization)/.test(field)) return 'rules'
  if (field.startsWith('assignment')) return 'assignment'
  return /^(beforeQueue|inQueue|overflow)/.test(field) ? 'overflow' : 'general'
}
