import { orderedMethodOf } from '../assignment/candidate-order.ts'
import { FamiliarItems } from '../assignment/familiar.ts'
import type { Member, QueueState } from '../assignment/queue-state.ts'
import { serviceRanks } from '../assignment/service-order.ts'
import { lastTurn, turnKey } from '../assignment/turns.ts'
import { averageWaitKey } from '../queueing/average-wait.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Memory } from './memory.ts'
import type { Person } from './person.ts'

/** Builds the queues of a snapshot with their members, and tells every representative their memberships. */
export function buildQueues(
  snapshot: Snapshot,
  people: ReadonlyMap<string, Person>,
  memory: Memory,
): ReadonlyMap<string, QueueState> {
  for (const person of people.values()) person.memberships = []
  const queues = new Map<string, QueueState>()
  const ranks = serviceRanks(
    Array.from(snapshot.queues.values(), (settings) => ({
      settings,
      isPrioritized: snapshot.stages.prioritization.get(settings.name) != null,
    })),
  )
  for (const settings of snapshot.queues.values()) {
    const members: Member[] = []
    const memberOf = new Map<string, Member>()
    const prioritization = snapshot.stages.prioritization.get(settings.name) ?? null
    const custom = snapshot.stages.custom.get(settings.name) ?? null
    const growth = snapshot.stages.priorityByWait.get(settings.name)
    const queue: QueueState = {
      settings,
      serviceRank: ranks.get(settings.name) ?? 0,
      orderedMethod: orderedMethodOf(settings),
      members,
      memberOf,
      signatures: new Map(),
      familiar: isOrdinary(snapshot, settings.name) ? new FamiliarItems() : null,
      demands: new Map(),
      averageWaitKey: averageWaitKey(settings.name),
      waiting: 0,
      prioritization,
      custom,
      clocks: [prioritization?.clock, custom?.clock, growth?.clock].filter((clock) => clock != null),
    }
    for (const name of settings.members) {
      const person = people.get(name)
      if (person === undefined) continue
      const key = turnKey(settings.name, name)
      const turn = lastTurn(memory, key)
      const member: Member = {
        person,
        queue,
        turnKey: key,
        slot: members.length,
        lastAssigned: turn?.sequence ?? -1,
        lastAssignedAt: turn?.at ?? null,
      }
      members.push(member)
      memberOf.set(name, member)
      person.memberships.push(member)
    }
    queues.set(settings.name, queue)
  }
  return queues
}

/** Whether neither rules of its own nor playbooks decide who may take the items of a queue. */
function isOrdinary({ stages, bullseyes }: Snapshot, queue: string): boolean {
  return stages.custom.get(queue) == null && !stages.experts.has(queue) && !bullseyes.has(queue)
}
