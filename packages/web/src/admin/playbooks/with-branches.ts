import type { Condition, Playbook } from '@unified-routing/routing'
import type { Outcome } from './playbook-words.ts'

/** A playbook that decides by branches. */
export type BranchedPlaybook = Exclude<Playbook, { kind: 'bullseye' }>

interface Branch {
  readonly when: Condition
  readonly outcome: Outcome
}

const FIRST_RECENCY = '7d'
const FIRST_PACE = '1m'
const FIRST_INCREMENT = 10

/** What a new branch of a playbook does. */
export function firstOutcome({ kind }: BranchedPlaybook): Outcome {
  if (kind === 'overflow') return { do: { transferToQueue: '' } }
  if (kind === 'expert') return { order: ['preferred', 'previous'], recency: FIRST_RECENCY }
  return kind === 'priorityByWait' ? { add: FIRST_INCREMENT, every: FIRST_PACE } : { add: FIRST_INCREMENT }
}

/** The playbook with other branches. Outcomes that do not suit its kind begin anew. */
export function withBranches(playbook: BranchedPlaybook, branches: readonly Branch[]): BranchedPlaybook {
  switch (playbook.kind) {
    case 'priorityByWait':
      return { ...playbook, branches: branches.map(({ when, outcome }) => ({ when, ...paced(outcome) })) }
    case 'priorityOnTransfer':
      return { ...playbook, branches: branches.map(({ when, outcome }) => ({ when, ...once(outcome) })) }
    case 'overflow':
      return { ...playbook, branches: branches.map(({ when, outcome }) => ({ when, do: action(outcome) })) }
    case 'expert':
      return { ...playbook, branches: branches.map(({ when, outcome }) => ({ when, ...experts(outcome) })) }
  }
}

/** The playbook with another outcome for the rest; null: they are left as they are. */
export function withOtherwise(playbook: BranchedPlaybook, outcome: Outcome | null): BranchedPlaybook {
  const { otherwise: _before, ...rest } = playbook
  if (outcome === null) return rest
  switch (rest.kind) {
    case 'priorityByWait':
      return { ...rest, otherwise: paced(outcome) }
    case 'priorityOnTransfer':
      return { ...rest, otherwise: once(outcome) }
    case 'overflow':
      return { ...rest, otherwise: action(outcome) }
    case 'expert':
      return { ...rest, otherwise: experts(outcome) }
  }
}

function paced(outcome: Outcome): { add: number; every: string } {
  return 'add' in outcome
    ? { add: outcome.add, every: outcome.every ?? FIRST_PACE }
    : { add: FIRST_INCREMENT, every: FIRST_PACE }
}

function once(outcome: Outcome): { add: number } {
  return { add: 'add' in outcome ? outcome.add : FIRST_INCREMENT }
}

function action(outcome: Outcome) {
  return 'do' in outcome ? outcome.do : { transferToQueue: '' }
}

function experts(outcome: Outcome): { order: ('preferred' | 'previous')[]; recency: string } {
  if (!('order' in outcome)) return { order: ['preferred', 'previous'], recency: FIRST_RECENCY }
  return { order: [...outcome.order], recency: outcome.recency }
}
