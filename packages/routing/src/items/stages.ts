import type { Instant } from '../vocabulary.ts'
import type { Session, WorkItem } from '../work-item.ts'

/** An offer to another representative while the first one still has the conversation. */
export function transferOffer(item: WorkItem): Session | null {
  const offer = item.stages.transfer
  return isSession(offer) ? offer : null
}

/** The number outside that a call was handed to; null: no external party has it. */
export function externalNumber(item: WorkItem): string | null {
  const number = item.stages.externalNumber
  return typeof number === 'string' ? number : null
}

/** Notes that the caller has hung up and is to be called back when their turn comes. */
export function requestCallback(item: WorkItem, at: Instant): void {
  setStage(item, 'callback', at)
}

/** Whether the item stands for a caller who is to be called back. */
export function isCallback(item: WorkItem): boolean {
  return typeof item.stages.callback === 'number'
}

/** Whether the item has just come to a queue whose playbook asks if anybody is there for it. */
export function isNewcomer(item: WorkItem): boolean {
  return item.stages.newcomer === true
}

/** Sets the state of one stage; null: it is over. */
export function setStage(item: WorkItem, stage: string, value: unknown): void {
  const { [stage]: _replaced, ...others } = item.stages
  item.stages = value === null ? others : { ...others, [stage]: value }
}

function isSession(value: unknown): value is Session {
  return typeof value === 'object' && value !== null && 'representative' in value && 'offeredAt' in value
}
