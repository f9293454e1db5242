import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Configuration, PrioritizationRule, Workstream } from '../src/configuration/document.ts'
import { SECOND, startTestRouter } from './router-under-test.fixture.ts'

/** The order of service is worked out anew here from SPEC.md, by sorting everything, and must be the router's. */

const LIMITS = { numRuns: 150, interruptAfterTimeLimit: 20_000 }
const names = ['alpha', 'Beta', 'Gamma', 'Delta'] as const
const voiceQueue = 'Delta'

const rules: readonly PrioritizationRule[] = [
  { name: 'Gold', when: { path: 'item.context.tier', op: 'eq', value: 'gold' } },
  {
    name: 'Big',
    when: { path: 'item.context.size', op: 'gt', value: 2 },
    orderBy: { path: 'item.context.size', direction: 'descending' },
  },
  {
    name: 'Some tier',
    when: { path: 'item.context.tier', op: 'hasData' },
    orderBy: { path: 'item.context.size' },
  },
]

interface Arrival {
  readonly queue: number
  readonly tier: string | null
  readonly size: number | null
  readonly score: number
  readonly gap: number
}

const anyArrival: fc.Arbitrary<Arrival> = fc.record({
  queue: fc.nat(3),
  tier: fc.constantFrom(null, 'gold', 'silver'),
  size: fc.constantFrom(null, 1, 3, 4),
  score: fc.constantFrom(0, 0, 10, 20),
  gap: fc.nat(2),
})

const anyQueues = fc.array(
  fc.record({
    priority: fc.constantFrom(1, 1, 2),
    prioritization: fc.oneof(fc.constant<PrioritizationRule[]>([]), fc.shuffledSubarray([...rules], { minLength: 1 })),
  }),
  { minLength: 4, maxLength: 4 },
)

interface QueueOrder {
  readonly priority: number
  readonly prioritization: PrioritizationRule[]
}

function organization(queues: readonly QueueOrder[]): Configuration {
  return {
    version: 1,
    representatives: [{ name: 'ana', units: 1_000 }],
    queues: names.map((name, index) => ({
      name,
      type: name === voiceQueue ? 'voice' : 'messaging',
      priority: queues[index]?.priority ?? 1,
      members: ['ana'],
      assignment: { method: 'roundRobin', prioritization: queues[index]?.prioritization ?? [] },
    })),
    workstreams: names.map(workstream),
  }
}

function workstream(name: string): Workstream {
  return {
    name,
    type: name === voiceQueue ? 'voice' : 'messaging',
    channel: name === voiceQueue ? 'voice' : 'liveChat',
    capacity: { units: 1 },
    offer: { autoAssign: true },
    fallbackQueue: name,
    contextVariables: [
      { name: 'tier', type: 'text' },
      { name: 'size', type: 'number' },
      { name: 'score', type: 'number' },
    ],
    classification: [
      {
        name: 'Score',
        rules: [10, 20].map((value) => ({
          name: `Score ${value}`,
          when: { path: 'item.context.score', op: 'eq', value },
          set: { priorityScore: value },
        })),
      },
    ],
  }
}

interface Waiting extends Arrival {
  readonly id: string
  /** Since the first start of its wait, in arrivals at earlier seconds. */
  readonly at: number
  readonly sequence: number
  place: (typeof names)[number]
}

test('work of all queues is served in the documented order', () => {
  const anyMoves = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('alpha', 'Beta', 'Gamma')), { maxLength: 4 })
  fc.assert(
    fc.property(anyQueues, fc.array(anyArrival, { maxLength: 14 }), anyMoves, (queues, arrivals, moves) => {
      const router = startTestRouter(organization(queues))
      const waiting = arrivals.map((arrival, sequence): Waiting => {
        router.pass(arrival.gap * SECOND)
        const place = names[arrival.queue] ?? 'alpha'
        const id = `item-${sequence}`
        const { tier, size, score } = arrival
        const context = { score, ...(tier !== null && { tier }), ...(size !== null && { size }) }
        router.do({
          type: 'startConversation',
          workItem: id,
          workstream: place,
          customer: null,
          context,
          message: null,
          rows: [],
        })
        return { ...arrival, id, at: router.now(), sequence, place }
      })
      for (const [which, queue] of moves) {
        const item = waiting[which % Math.max(waiting.length, 1)]
        if (item === undefined || item.place === voiceQueue || item.place === queue) continue
        router.do({ type: 'assignToQueue', workItem: item.id, queue })
        item.place = queue
      }
      router.do({ type: 'signIn', representative: 'ana' })
      expect(router.events('workItem.assigned').map(({ workItem }) => workItem)).toEqual(
        waiting.toSorted((left, right) => compare(left, right, queues)).map(({ id }) => id),
      )
    }),
    LIMITS,
  )
})

function compare(left: Waiting, right: Waiting, queues: readonly QueueOrder[]): number {
  const [one, other] = [left, right].map(({ place }) => queues[names.indexOf(place)])
  const byPriority = (one?.priority ?? 1) - (other?.priority ?? 1)
  if (byPriority !== 0) return byPriority
  const [ruled, otherRuled] = [one, other].map((queue) => Number((queue?.prioritization.length ?? 0) > 0))
  if (ruled !== otherRuled) return (ruled ?? 0) - (otherRuled ?? 0)
  if (ruled === 0) return right.score - left.score || byAge(left, right)
  // The names of the queues in alphabetical order.
  const alphabetical = ['alpha', 'Beta', 'Delta', 'Gamma']
  const byName = alphabetical.indexOf(left.place) - alphabetical.indexOf(right.place)
  return byName || inBuckets(left, right, one?.prioritization ?? [])
}

function inBuckets(left: Waiting, right: Waiting, list: readonly PrioritizationRule[]): number {
  const [bucket, otherBucket] = [left, right].map((item) => {
    const index = list.findIndex(({ name }) => takes(name, item))
    return index < 0 ? list.length : index
  })
  if (bucket !== otherBucket) return (bucket ?? 0) - (otherBucket ?? 0)
  const orderBy = list[bucket ?? 0]?.orderBy
  if (typeof orderBy !== 'object') return byAge(left, right)
  // What has no size comes last, whichever way the others go.
  if (left.size === null || right.size === null)
    return Number(left.size === null) - Number(right.size === null) || byAge(left, right)
  const ascending = left.size - right.size
  return (orderBy.direction === 'descending' ? -ascending : ascending) || byAge(left, right)
}

function takes(rule: string, { tier, size }: Arrival): boolean {
  if (rule === 'Gold') return tier === 'gold'
  return rule === 'Big' ? size !== null && size > 2 : tier !== null
}

function byAge(left: Waiting, right: Waiting): number {
  return left.at - right.at || left.sequence - right.sequence
}
