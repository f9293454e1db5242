import type { Instant, RepresentativeName } from '../vocabulary.ts'
import type { Participant, RowKey, Session, WorkItem } from '../work-item.ts'

const nobody: readonly Participant[] = []

/** An offer to another representative while the first one still has the conversation. */
export function transferOffer(item: WorkItem): Session | null {
  const offer = item.stages.transfer
  return isSession(offer) ? offer : null
}

/** Everybody who takes part in a conversation beside whoever has it, in the order in which they came. */
export function participantsOf(item: WorkItem): readonly Participant[] {
  const { participants } = item.stages
  return isList(participants) ? participants : nobody
}

export function participantOf(item: WorkItem, name: RepresentativeName): Participant | undefined {
  return participantsOf(item).find(({ representative }) => representative === name)
}

/** Whether somebody monitors without having joined, which nobody in the conversation may notice. */
export function monitorsUnseen({ mode, access }: Pick<Participant, 'mode' | 'access'>): boolean {
  return mode === 'monitor' && access === 'private'
}

/** The version that those are shown who must not notice who monitors: the one before monitors came and went. */
export function versionShown({ version, stages: { unseen } }: WorkItem): number {
  return isUnseenStep(unseen) && unseen.version === version ? unseen.shown : version
}

/** Notes that the last event is about somebody who monitors unseen; `shown`: what others were shown before it. */
export function hideVersion(item: WorkItem, shown: number): void {
  setStage(item, 'unseen', { version: item.version, shown })
}

/** When the first consult lapses that nobody has answered; null: none awaits an answer. */
export function consultDue(item: WorkItem): Instant | null {
  let due: Instant | null = null
  for (const { expiresAt } of participantsOf(item)) {
    if (expiresAt !== null && (due === null || expiresAt < due)) due = expiresAt
  }
  return due
}

/** The record that a conversation is about; null: none is known. */
export function linkedRecord(item: WorkItem): RowKey | null {
  const record = item.stages.linkedRecord
  return isRowKey(record) ? record : null
}

/** How a conversation turned out, by the codes of the organization. */
export function dispositionsOf(item: WorkItem): readonly string[] {
  const { dispositions } = item.stages
  return Array.isArray(dispositions) ? dispositions.filter((code) => typeof code === 'string') : []
}

/** The bot that has the conversation now; null: none has. */
export function engagedBot(item: WorkItem): string | null {
  const { bot } = item.stages
  return typeof bot === 'string' ? bot : null
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

function isUnseenStep(value: unknown): value is { readonly version: number; readonly shown: number } {
  return typeof value === 'object' && value !== null && 'version' in value && 'shown' in value
}

function isList(value: unknown): value is readonly Participant[] {
  return Array.isArray(value)
}

function isRowKey(value: unknown): value is RowKey {
  return typeof value === 'object' && value !== null && 'table' in value && 'id' in value
}
