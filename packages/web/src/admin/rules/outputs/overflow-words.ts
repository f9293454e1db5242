import type { OverflowAction, OverflowRule } from '@unified-routing/routing'

type QueueType = 'messaging' | 'record' | 'voice'

export type Trigger = 'outOfOperatingHours' | 'workItemLimit' | 'averageWait'
export type ActionName = Extract<OverflowAction, string> | 'transferToQueue' | 'transferToNumber'

export const triggerTexts: Readonly<Record<Trigger, string>> = {
  outOfOperatingHours: 'Out of operating hours',
  workItemLimit: 'Work item limit exceeds',
  averageWait: 'Average wait time exceeds',
}

export const actionTexts: Readonly<Record<ActionName, string>> = {
  assignAnyway: 'Assign to queue anyway',
  transferToQueue: 'Transfer to a different queue',
  endConversation: 'End conversation',
  directCallback: 'Direct callback',
  transferToNumber: 'Transfer to an external number',
  voicemail: 'Voicemail',
}

const callActions: readonly ActionName[] = [
  'directCallback',
  'endConversation',
  'transferToQueue',
  'transferToNumber',
  'voicemail',
]

/** The conditions that a type of queue knows (routing.md 11.1). */
export function triggersOf(type: QueueType): readonly Trigger[] {
  if (type === 'record') return ['outOfOperatingHours']
  return type === 'messaging'
    ? ['outOfOperatingHours', 'workItemLimit']
    : ['outOfOperatingHours', 'workItemLimit', 'averageWait']
}

/** The actions that may follow a condition (routing.md 11.1). */
export function actionsAfter(type: QueueType, trigger: Trigger): readonly ActionName[] {
  if (type === 'record') return ['assignAnyway', 'transferToQueue']
  if (trigger === 'outOfOperatingHours') {
    return type === 'messaging'
      ? ['assignAnyway', 'transferToQueue', 'endConversation']
      : ['assignAnyway', 'transferToQueue', 'endConversation', 'transferToNumber', 'voicemail']
  }
  return type === 'messaging' ? ['endConversation', 'transferToQueue'] : callActions
}

export function triggerOf({ when }: OverflowRule): Trigger {
  if (typeof when === 'string') return when
  return 'workItemLimit' in when ? 'workItemLimit' : 'averageWait'
}

export function actionNameOf(action: OverflowAction): ActionName {
  if (typeof action === 'string') return action
  return 'transferToQueue' in action ? 'transferToQueue' : 'transferToNumber'
}

/** "Transfer to Sales", "End conversation". */
export function actionText(action: OverflowAction): string {
  if (typeof action === 'string') return actionTexts[action]
  return `Transfer to ${'transferToQueue' in action ? action.transferToQueue : action.transferToNumber}`
}

const playbookActions: Readonly<Record<QueueType, readonly ActionName[]>> = {
  voice: callActions,
  messaging: ['endConversation', 'transferToQueue'],
  record: ['transferToQueue'],
}

/** What a playbook may do for queues of these types; none named: for all queues, each takes what suits it. */
export function actionsOfPlaybook(types: readonly QueueType[]): readonly ActionName[] {
  return callActions.filter((action) => types.every((type) => playbookActions[type].includes(action)))
}
