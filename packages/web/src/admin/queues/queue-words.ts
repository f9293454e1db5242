import type { AssignmentMethod, OverflowActionName, OverflowTrigger, Queue } from '@unified-routing/routing'

export const typeWords: Readonly<Record<Queue['type'], string>> = {
  messaging: 'Messaging',
  record: 'Record',
  voice: 'Voice',
}

export type MethodName = AssignmentMethod['method']

interface MethodWords {
  readonly label: string
  /** One sentence for the card. */
  readonly text: string
}

export const methodWords: Readonly<Record<MethodName, MethodWords>> = {
  highestCapacity: {
    label: 'Highest capacity',
    text: 'Work goes to whoever has the most capacity free among those with the skills and the right presence.',
  },
  roundRobin: {
    label: 'Round robin',
    text: 'Work goes round: to whoever was given work from this queue the longest time ago.',
  },
  leastActive: {
    label: 'Least active',
    text: 'Work goes to whoever has been without new work the longest since they last finished something.',
  },
  none: { label: 'No automatic assignment', text: 'Work waits until somebody picks it or a supervisor assigns it.' },
  custom: {
    label: 'Custom',
    text: 'Rules of your own say who may take an item and in which order. You write them on the tab Rules.',
  },
}

export const triggerWords: Readonly<Record<OverflowTrigger, string>> = {
  outOfOperatingHours: 'Out of operating hours',
  workItemLimit: 'Work item limit exceeds',
  averageWait: 'Average wait time exceeds',
}

/** What is done, by the words of the reference, which speaks of calls where it is about calls. */
export function actionWords(action: OverflowActionName, type: Queue['type']): string {
  const words: Readonly<Record<OverflowActionName, string>> = {
    assignAnyway: 'Assign to queue anyway',
    endConversation: type === 'voice' ? 'End call' : 'End conversation',
    directCallback: 'Direct callback',
    voicemail: 'Voicemail',
    transferToQueue: 'Transfer to a different queue',
    transferToNumber: 'Transfer to an external number',
  }
  return words[action]
}
