import { factsOf } from '../assignment/item-facts.ts'
import { type ClassificationDecision, classify } from '../classification/classify.ts'
import type { AllocationMemory } from '../queueing/allocation.ts'
import { overflowBeforeQueueing, overflowTo } from '../queueing/before-queue-overflow.ts'
import { routeToQueue } from '../queueing/route-to-queue.ts'
import type { Facts } from '../rules/facts.ts'
import { recordClassified, recordRoutedToQueue } from '../world/frequent-events.ts'
import { memoryKey } from '../world/memory.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { sharedIfEmpty } from './create-item.ts'
import { enterQueue } from './enter-queue.ts'

/** Takes an item, new or out of a bot's hands, through classification, route to queue and overflow before queueing, into its queue. */
export function runStages(world: World, open: OpenItem): void {
  const facts = factsOf(world, open.item)
  const decision = runClassification(world, open, facts)
  const failure = decision.rulesets.find(({ error }) => error !== undefined)?.error ?? null
  const { item } = open
  const workstream = world.snapshot.workstreams.get(item.workstream)
  const route = routeToQueue({
    routeToQueue: world.snapshot.stages.routeToQueue.get(item.workstream) ?? null,
    facts,
    fallbackQueue: workstream?.fallbackQueue ?? '',
    classificationError: failure,
    memoryOf: (rule) => allocationMemory(world, item.workstream, rule),
    overflowOf: (queue, override) => overflowBeforeQueueing(world, queue, override),
  })
  for (const { rule, memory } of route.memory) world.memory.set(allocationKey(item.workstream, rule), memory)
  const { rules, reason, message } = route
  item.queue = route.queue
  recordRoutedToQueue(world, open, { rules, reason, message })
  if (route.overflow === null) enterQueue(world, open, { queue: route.queue, reason: 'routed' })
  else overflowTo(world, open, { queue: route.queue, overflow: route.overflow })
}

/** Finds out what an item needs, and says so in the journal. */
export function runClassification(world: World, open: OpenItem, facts: Facts): ClassificationDecision {
  const { item } = open
  const classification = world.snapshot.stages.classification.get(item.workstream) ?? []
  const decision = classify(classification, facts, item)
  const { rulesets, skills, capacityProfiles, attributes, priorityScore } = decision
  item.skills = sharedIfEmpty(skills)
  item.capacityProfiles = capacityProfiles
  item.attributes = sharedIfEmpty(attributes)
  item.priorityScore = priorityScore
  recordClassified(world, open, rulesets)
  return decision
}

function allocationKey(workstream: string, rule: string): string {
  return memoryKey('allocation', workstream, rule)
}

function allocationMemory(world: World, workstream: string, rule: string): AllocationMemory | undefined {
  const memory = world.memory.get(allocationKey(workstream, rule))
  return isAllocationMemory(memory) ? memory : undefined
}

function isAllocationMemory(value: unknown): value is AllocationMemory {
  return typeof value === 'object' && value !== null && 'percentages' in value && 'behind' in value
}
