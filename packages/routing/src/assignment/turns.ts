import type { Instant } from '../vocabulary.ts'
import { type Memory, memoryKey } from '../world/memory.ts'
import type { World } from '../world/world.ts'
import type { Member } from './queue-state.ts'

/** Whose turn it was last in one queue: round robin's memory, kept for each queue and representative. */
export interface Turn {
  readonly sequence: number
  readonly at: Instant
}

/** Stamps an assignment in the member's queue, before the signatures look at the member again. */
export function takeTurn(world: World, member: Member): void {
  const sequence = world.journal.sequence + 1
  member.lastAssigned = sequence
  member.lastAssignedAt = world.now
  world.memory.set(member.turnKey, { sequence, at: world.now })
}

export function lastTurn(memory: Memory, key: string): Turn | null {
  const turn = memory.get(key)
  return isTurn(turn) ? turn : null
}

export function turnKey(queue: string, representative: string): string {
  return memoryKey('turn', queue, representative)
}

function isTurn(value: unknown): value is Turn {
  return typeof value === 'object' && value !== null && 'sequence' in value && 'at' in value
}
