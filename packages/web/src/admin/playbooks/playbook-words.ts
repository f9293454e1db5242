import type { OverflowAction, Playbook } from '@unified-routing/routing'
import { countOf } from '../../ui/words.ts'
import { durationWords } from '../rules/duration-words.ts'
import { actionText } from '../rules/outputs/overflow-words.ts'

export type Kind = Playbook['kind']
export type PlaybookOf<Name extends Kind> = Extract<Playbook, { kind: Name }>

export const kinds = ['bullseye', 'priorityByWait', 'priorityOnTransfer', 'overflow', 'expert'] as const

export const kindTexts: Readonly<Record<Kind, string>> = {
  bullseye: 'Bullseye',
  priorityByWait: 'Priority by wait',
  priorityOnTransfer: 'Priority on transfer',
  overflow: 'Overflow',
  expert: 'Previous or preferred expert',
}

/** What each kind is for, in a sentence. */
export const kindLeads: Readonly<Record<Kind, string>> = {
  bullseye: 'Asks one circle of people after the other, the longer an item waits.',
  priorityByWait: 'Raises the priority score of an item while it waits.',
  priorityOnTransfer: 'Raises the priority score of an item that is transferred to the queue.',
  overflow: 'Sends an item elsewhere when the queue cannot serve it on its entry.',
  expert: 'Asks somebody the customer knows before everybody else.',
}

export const triggerTexts = {
  outOfOperatingHours: 'The queue is out of operating hours',
  everyoneSignedOut: 'Everybody in the queue is signed out',
  nobodyAvailable: 'Nobody is available, by presence, capacity or skills',
} as const

/** What a branch does: "adds 50 every 2 minutes". */
export type Outcome =
  | { readonly add: number; readonly every?: string }
  | { readonly do: OverflowAction }
  | { readonly order: ('preferred' | 'previous')[]; readonly recency: string }

export function outcomeText(outcome: Outcome): string {
  if ('add' in outcome) {
    const pace = outcome.every === undefined ? ', once' : ` every ${durationWords(outcome.every)}`
    return `adds ${outcome.add}${pace}`
  }
  if ('do' in outcome) return actionText(outcome.do)
  const experts = outcome.order.map((expert) => `${expert} expert`).join(', then ')
  return `${experts}, seen within ${durationWords(outcome.recency)}`
}

export function queuesText({ queues }: Playbook): string {
  return queues === 'all' ? 'All queues' : queues.join(', ')
}

export function contentText(playbook: Playbook): string {
  return playbook.kind === 'bullseye'
    ? countOf(playbook.levels.length, 'level')
    : `${countOf(playbook.branches.length, 'branch', 'branches')}${playbook.otherwise === undefined ? '' : ', otherwise'}`
}

/** A playbook of a kind as a form begins with it. Everybody begins as a draft. */
export function newPlaybook(kind: Kind, name: string): Playbook {
  const head = { name, active: false, queues: [] }
  if (kind === 'bullseye') return { ...head, kind, levels: [{ userGroups: [], after: '0s' }] }
  if (kind === 'priorityByWait') return { ...head, kind, branches: [], otherwise: { add: 10, every: '1m' } }
  if (kind === 'priorityOnTransfer') return { ...head, kind, branches: [], otherwise: { add: 10 } }
  if (kind === 'overflow') return { ...head, kind, trigger: 'nobodyAvailable', branches: [] }
  return { ...head, kind, branches: [], otherwise: { order: ['preferred', 'previous'], recency: '7d' } }
}
