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

/** Sets the state of one stage; null: it is over. */
export function setStage(item: WorkItem, stage: string, value: unknown): void {
  const { [stage]: _replaced, ...others } = item.stages
  item.stages = value === null ? others : { ...others, [stage]: value }
}

function isSession(value: unknown): value is Session {
  return typeof value === 'object' && value !== null && 'representative' in value && 'offeredAt' in value
}
