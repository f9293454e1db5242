import type { Expectation, Fact, Wanted } from '../scenario/scenario.ts'
import type { World } from '../world/world.ts'
import { type Facts, itemFacts, queueFacts, representativeFacts } from './facts.ts'
import { metricValue } from './metrics.ts'
import { isSame } from './same.ts'

/** An expectation that did not hold: as it was written, and what was found instead. */
export interface Mismatch {
  readonly expected: Readonly<Record<string, unknown>>
  readonly actual: Readonly<Record<string, unknown>>
}

/** Compares one expectation with the world as it is now; null when it holds. */
export function check(world: World, expectation: Expectation): Mismatch | null {
  switch (expectation.type) {
    case 'item':
      return compare({ item: expectation.item }, expectation.wanted, itemFacts(world, expectation.item))
    case 'representative': {
      const { representative, wanted } = expectation
      return compare({ representative }, wanted, representativeFacts(world, representative))
    }
    case 'queue':
      return compare({ queue: expectation.queue }, expectation.wanted, queueFacts(world, expectation.queue))
    case 'assignments':
      return compare({}, { assignments: expectation.assignments }, { assignments: assignmentsByName(world) })
    case 'nothingAssigned': {
      const assignments = assignmentsByName(world)
      return assignments.length === 0 ? null : { expected: { nothingAssigned: true }, actual: { assignments } }
    }
    case 'whyNot':
      return checkWhyNot(world, expectation)
    case 'shares':
      return checkShares(world, expectation)
    case 'metric':
      return checkMetric(world, expectation)
  }
}

/** Only the facts that are wrong are shown. Somebody or something unknown shows as such. */
function compare(subject: Readonly<Record<string, string>>, wanted: Wanted, facts: Facts): Mismatch | null {
  const wrong = Object.entries(wanted).filter(([name, fact]) => !isSame(name, fact, facts[name]))
  const isMissing = facts.exists === false ? wanted.exists !== false : Object.keys(facts).length === 0
  if (wrong.length === 0 && !isMissing) return null
  const actual = isMissing ? { exists: false } : Object.fromEntries(wrong.map(([name]) => [name, facts[name]]))
  return { expected: { ...subject, ...Object.fromEntries(wrong) }, actual: { ...subject, ...actual } }
}

function assignmentsByName(world: World): readonly (readonly [string, string])[] {
  return world.ledger.assignments().map(([item, representative]) => [world.names.nameOf(item), representative] as const)
}

function checkWhyNot(world: World, { item, representative, reasons }: Of<'whyNot'>): Mismatch | null {
  const explanation = world.router.explain(world.names.workItemOf(item), representative)
  const actual: Fact = explanation === null ? null : explanation.reasons
  if (isSame('reasons', reasons, actual)) return null
  const whyNot = { item, representative }
  return { expected: { whyNot, reasons }, actual: { whyNot, reasons: actual } }
}

/** The items that have arrived so far are the whole. One that went through two queues counts for both. */
function checkShares(world: World, { of, shares, tolerance }: Of<'shares'>): Mismatch | null {
  const items = world.generated.generators(of).flatMap((generator) => generator.items)
  const actual = Object.keys(shares).map((queue) => {
    const count = items.filter(({ queues }) => queues.includes(queue)).length
    return [queue, items.length === 0 ? 0 : (100 * count) / items.length] as const
  })
  if (actual.every(([queue, percent]) => Math.abs(percent - (shares[queue] ?? 0)) <= tolerance + ROUNDING)) return null
  return { expected: { shares, of, tolerance }, actual: { shares: Object.fromEntries(actual), of } }
}

function checkMetric(world: World, expectation: Of<'metric'>): Mismatch | null {
  const { metric, of, atLeast, atMost } = expectation
  const value = metricValue(world, expectation)
  const isHigh = value !== null && value >= (atLeast ?? Number.NEGATIVE_INFINITY) - ROUNDING
  const isLow = value !== null && value <= (atMost ?? Number.POSITIVE_INFINITY) + ROUNDING
  if (isHigh && isLow) return null
  return {
    expected: {
      metric,
      ...(of && { of }),
      ...(atLeast !== undefined && { atLeast }),
      ...(atMost !== undefined && { atMost }),
    },
    actual: { metric, value },
  }
}

type Of<Type extends Expectation['type']> = Extract<Expectation, { readonly type: Type }>

/** What decimal fractions lose. */
const ROUNDING = 1e-9
