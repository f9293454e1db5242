import { dueChanged } from '../timers/next-timer.ts'
import type { WorkItem } from '../work-item.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { turnRings } from './bullseye.ts'
import { createDemand, type Demand, demandKey } from './demand.ts'
import { notePreviousExpert } from './experts.ts'
import { factsOf } from './item-facts.ts'
import { createLine, type Line, noteHead } from './line.ts'
import type { QueueState } from './queue-state.ts'
import type { Requirement } from './requirement.ts'
import { hasPreferred, requirementKey, requirementOf } from './requirement-of.ts'
import { createSignature, forgetSignature, type Signature } from './signature.ts'

/** Signatures kept without items, so that the next item like theirs finds its candidates in order. */
const IDLE_SIGNATURES_MAX = 256
/** Every change of a member is judged for each demand. */
const IDLE_DEMANDS_MAX = 32

/** Puts an open item into the line of its signature, at its place in the order of service. */
export function startWaiting(world: World, open: OpenItem): void {
  const queue = world.queues.get(open.item.queue ?? '')
  if (queue === undefined) throw new Error(`Work item ${open.item.id} waits in no known queue.`)
  turnRings(world, open.item)
  notePreviousExpert(world, open.item)
  const line = lineFor(signatureFor(world, queue, open.item), open.item)
  const place = queue.prioritization?.place(factsOf(world, open.item)) ?? null
  open.bucket = place?.bucket ?? 0
  open.bucketKey = place?.key ?? null
  open.line = line
  line.items.add(open)
  queue.waiting += 1
  if (line.items.peek() === open) headChanged(world, line)
  dueChanged(world, open)
}

/** Takes an item out of its line; nothing happens when it is in none. */
export function stopWaiting(world: World, open: OpenItem): void {
  const { line } = open
  if (line === null) return
  const { signature } = line
  const wasFirst = line.items.peek() === open
  line.items.remove(open)
  open.line = null
  signature.queue.waiting -= 1
  if (line.items.size > 0) {
    if (wasFirst) headMoved(world, line)
    return
  }
  noteHead(line)
  world.ready.remove(line)
  signature.demand.waiting.remove(line)
  // The line of items that nobody declined stays for the next one.
  if (line.key !== '') signature.lines.delete(line.key)
  if (isIdle(signature)) forgetIdle(signature)
}

/** A new first item may find somebody whom the one before it did not. */
function headChanged(world: World, line: Line): void {
  noteHead(line)
  const { requirement, demand } = line.signature
  if (requirement.distribution === 'manual') return
  demand.waiting.put(line)
  world.ready.put(line)
}

/** The next item is first now; whoever may take it might have taken the one before. */
function headMoved(world: World, line: Line): void {
  noteHead(line)
  if (line.waitingPosition >= 0) line.signature.demand.waiting.put(line)
  if (line.readyPosition >= 0) world.ready.put(line)
}

function isIdle({ lines }: Signature): boolean {
  for (const { items } of lines.values()) if (items.size > 0) return false
  return true
}

function forgetIdle(signature: Signature): void {
  const { queue } = signature
  if (queue.signatures.size <= IDLE_SIGNATURES_MAX && queue.demands.size <= IDLE_DEMANDS_MAX) return
  forgetSignature(signature)
}

/** Finds the item's place anew after something that its order or its requirement depends on has changed. */
export function waitAnew(world: World, open: OpenItem): void {
  if (open.line === null) return
  stopWaiting(world, open)
  startWaiting(world, open)
}

/** The signature of an item in a queue, made when it is the first of its kind there. */
export function signatureFor(world: World, queue: QueueState, item: WorkItem): Signature {
  if (queue.familiar === null || item.parked || hasPreferred(world, item)) return signatureByKey(world, queue, item)
  const familiar = queue.familiar.find(item)
  if (familiar !== null) return familiar
  const signature = signatureByKey(world, queue, item)
  queue.familiar.note(item, signature)
  return signature
}

function signatureByKey(world: World, queue: QueueState, item: WorkItem): Signature {
  const key = requirementKey(world, queue, item)
  const present = queue.signatures.get(key)
  if (present !== undefined) return present
  const requirement = requirementOf(world, queue, item)
  const demand = demandOf(queue, key, requirement)
  const signature = createSignature({ key, demand, requirement, skills: world.snapshot.skills })
  demand.signatures.add(signature)
  queue.signatures.set(key, signature)
  return signature
}

function demandOf(queue: QueueState, signatureKey: string, requirement: Requirement): Demand {
  const key = demandKey(signatureKey, requirement)
  const present = queue.demands.get(key)
  if (present !== undefined) return present
  const demand = createDemand(key, queue, requirement)
  queue.demands.set(key, demand)
  return demand
}

function lineFor(signature: Signature, item: WorkItem): Line {
  const key = declinesKey(item.declines)
  const present = signature.lines.get(key)
  if (present !== undefined) return present
  const line = createLine(signature, key, item.declines)
  signature.lines.set(key, line)
  return line
}

function declinesKey(declines: Readonly<Record<string, number>>): string {
  for (const _name in declines) return JSON.stringify(Object.entries(declines).sort())
  return ''
}
