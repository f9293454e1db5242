import type { QueueType } from '../vocabulary.ts'

export const overflowActionNames = [
  'assignAnyway',
  'endConversation',
  'directCallback',
  'voicemail',
  'transferToQueue',
  'transferToNumber',
] as const
export type OverflowActionName = (typeof overflowActionNames)[number]

export const overflowTriggers = ['outOfOperatingHours', 'workItemLimit', 'averageWait'] as const
export type OverflowTrigger = (typeof overflowTriggers)[number]

const voiceActions: readonly OverflowActionName[] = [
  'directCallback',
  'endConversation',
  'transferToQueue',
  'transferToNumber',
  'voicemail',
]

/** Which action may follow which condition before queueing, by type of queue; none: the condition does not exist there
 * (routing.md 11.1). */
export const beforeQueueActions: Readonly<
  Record<QueueType, Readonly<Record<OverflowTrigger, readonly OverflowActionName[]>>>
> = {
  voice: {
    outOfOperatingHours: ['assignAnyway', 'transferToQueue', 'endConversation', 'transferToNumber', 'voicemail'],
    workItemLimit: voiceActions,
    averageWait: voiceActions,
  },
  messaging: {
    outOfOperatingHours: ['assignAnyway', 'transferToQueue', 'endConversation'],
    workItemLimit: ['endConversation', 'transferToQueue'],
    averageWait: [],
  },
  record: { outOfOperatingHours: ['assignAnyway', 'transferToQueue'], workItemLimit: [], averageWait: [] },
}

/** What may be done with items that wait too long (routing.md 11.4). */
export const inQueueActions: Readonly<Record<QueueType, readonly OverflowActionName[]>> = {
  voice: ['directCallback', 'transferToQueue', 'transferToNumber', 'voicemail'],
  messaging: ['endConversation', 'transferToQueue'],
  record: ['transferToQueue'],
}

/** What may be done with items by an overflow playbook. */
export const playbookActions: Readonly<Record<QueueType, readonly OverflowActionName[]>> = {
  voice: voiceActions,
  messaging: ['endConversation', 'transferToQueue'],
  record: ['transferToQueue'],
}
