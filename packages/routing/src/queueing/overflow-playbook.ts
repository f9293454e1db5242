import { lastingReasons, NOT_IN_USER_GROUP_YET, presentReasons } from '../assignment/eligibility.ts'
import { factsOf } from '../assignment/item-facts.ts'
import type { QueueState } from '../assignment/queue-state.ts'
import { requirementOf } from '../assignment/requirement-of.ts'
import type { Configuration, OverflowAction, Playbook } from '../configuration/document.ts'
import { playbookActions } from '../configuration/overflow-pairs.ts'
import { isOpen } from '../hours/working-hours.ts'
import type { Facts } from '../rules/facts.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { QueueName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { actionName, isLoop, isRefusedToMovedCall, type Overflow } from './overflow-action.ts'
import { compileBranches } from './playbook-branches.ts'
import { activePlaybooks } from './playbook-queues.ts'

type OverflowTrigger = Extract<Playbook, { kind: 'overflow' }>['trigger']

/** What a queue does with an item on its entry, by what is wrong with the queue at that moment. */
export type OverflowPlaybooks = ReadonlyMap<OverflowTrigger, (facts: Facts) => OverflowAction | null>

/** The active overflow playbooks of each queue. */
export function compileOverflowPlaybooks(
  configuration: Configuration,
  queues: readonly QueueName[],
  scope: RuleScope,
): ReadonlyMap<QueueName, OverflowPlaybooks> {
  const compiled = new Map<QueueName, Map<OverflowTrigger, (facts: Facts) => OverflowAction | null>>()
  for (const [playbook, served] of activePlaybooks(configuration, 'overflow', queues)) {
    const otherwise = playbook.otherwise ?? null
    const actionFor = compileBranches(playbook.branches, (branch) => branch.do, { otherwise, scope })
    for (const queue of served) {
      const ofQueue = compiled.get(queue) ?? new Map()
      compiled.set(queue, ofQueue.set(playbook.trigger, actionFor))
    }
  }
  return compiled
}

/** What a playbook does with an item that has come to its queue and is not given out yet; null: nothing. */
export function overflowOnEntry(world: World, item: WorkItem): Overflow | null {
  return overflowBy(world, item, 'outOfOperatingHours') ?? overflowBy(world, item, 'everyoneSignedOut')
}

/** What a playbook does with an item that has come to its queue and was given to nobody; null: nothing. */
export function overflowOfUnassigned(world: World, { item, line }: OpenItem): Overflow | null {
  const isTried = line !== null && line.signature.requirement.distribution === 'automatic'
  return isTried ? overflowBy(world, item, 'nobodyAvailable') : null
}

/** Whether the item has to be looked at again when it is given to nobody. */
export function asksForAvailability(world: World, item: WorkItem): boolean {
  return world.snapshot.stages.overflowPlaybooks.get(item.queue ?? '')?.has('nobodyAvailable') === true
}

function overflowBy(world: World, item: WorkItem, trigger: OverflowTrigger): Overflow | null {
  const queue = world.queues.get(item.queue ?? '')
  const actionFor = world.snapshot.stages.overflowPlaybooks.get(item.queue ?? '')?.get(trigger)
  if (queue === undefined || actionFor === undefined || !isTriggered[trigger](world, queue, item)) return null
  const action = actionFor(factsOf(world, item))
  if (action === null || !isPossible(world, queue, { item, action })) return null
  return { trigger, action, stage: 'beforeQueue' }
}

/** A playbook for all queues may name an action that does not suit this one. */
function isPossible(world: World, { settings }: QueueState, of: { item: WorkItem; action: OverflowAction }): boolean {
  const { item, action } = of
  const isSuitable = playbookActions[settings.type].some((known) => known === actionName(action))
  if (!isSuitable || isLoop(item, action) || isRefusedToMovedCall(item, action)) return false
  if (typeof action === 'string' || !('transferToQueue' in action)) return true
  return world.queues.get(action.transferToQueue)?.settings.type === settings.type
}

const isTriggered: Readonly<Record<OverflowTrigger, (world: World, queue: QueueState, item: WorkItem) => boolean>> = {
  outOfOperatingHours: ({ snapshot, now }, { settings }) => !isOpen(snapshot.calendars, settings.operatingHours, now),
  everyoneSignedOut: (_world, { members }) => members.every(({ person }) => !person.state.signedIn),
  nobodyAvailable: (world, queue, item) => {
    const requirement = requirementOf(world, queue, item)
    return !queue.members.some(({ person }) => {
      const reasons = lastingReasons(requirement, person) | presentReasons(requirement, person)
      // Whoever a bullseye has not asked yet is there all the same.
      return (reasons & ~NOT_IN_USER_GROUP_YET) === 0
    })
  },
}
