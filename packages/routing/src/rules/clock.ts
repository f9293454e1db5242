import type { Condition } from '../configuration/document.ts'
import type { DurationMs, Instant, Literal } from '../vocabulary.ts'
import { compileCondition } from './compile.ts'
import type { Facts } from './facts.ts'
import { resolvePath } from './path.ts'
import { isProblem, type ResolvedPath } from './resolved-path.ts'
import type { RuleScope } from './scope.ts'
import { coerce, isLiteral } from './value.ts'

/** Rules that compare a date of representatives with now see time move in steps of this length. */
const STEP_MS: DurationMs = 60_000

/** When time alone may change what conditions say about an item. */
export interface RuleClock {
  /** The time the conditions are asked at: now, or where it would be wasteful to follow it, the last step. */
  timeOf(now: Instant): Instant
  /** The verdicts that time changes, as one text: items that differ in it are matched differently. */
  verdicts(facts: Facts): string
  /** The next instant after now at which a verdict may change; infinite: none. */
  nextChange(facts: Facts): Instant
}

type Comparison = Extract<Condition, { path: string }>

interface TimedComparison {
  readonly test: (facts: Facts) => boolean
  readonly turns: (facts: Facts) => readonly Instant[]
}

/** Finds the comparisons that time changes; null: there are none. Working hours have timers of their own. */
export function compileClock(conditions: readonly Condition[], scope: RuleScope): RuleClock | null {
  const timed = conditions.flatMap(comparisonsOf).filter((comparison) => isTimed(comparison, scope))
  if (timed.length === 0) return null
  if (timed.some(({ path }) => path.startsWith('representative.'))) return inSteps
  const compiled = timed.map((comparison) => compileTimed(comparison, scope))
  return {
    timeOf: (now) => now,
    verdicts: (facts) => compiled.map(({ test }) => Number(test(facts))).join(''),
    nextChange: (facts) => {
      let next = Number.POSITIVE_INFINITY
      for (const { turns } of compiled) {
        for (const turn of turns(facts)) if (turn > facts.now && turn < next) next = turn
      }
      return next
    },
  }
}

/** Every representative would turn at another instant, so all of them are asked anew at every step. */
const inSteps: RuleClock = {
  timeOf: stepOf,
  verdicts: ({ now }) => String(stepOf(now)),
  nextChange: ({ now }) => stepOf(now) + STEP_MS,
}

function stepOf(now: Instant): Instant {
  return now - (now % STEP_MS)
}

function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  return 'not' in condition ? comparisonsOf(condition.not) : [condition]
}

function isTimed({ path, op, valuePath }: Comparison, scope: RuleScope): boolean {
  if (op === 'olderThan' || op === 'within') return true
  return [path, valuePath].some((side) => side !== undefined && waitingSide(side, scope) !== null)
}

/** The reader of the time waited so far; null: the path reads something else. */
function waitingSide(path: string, scope: RuleScope): ResolvedPath | null {
  const resolved = path.startsWith('item.') ? resolvePath(path, scope) : null
  return resolved !== null && !isProblem(resolved) && resolved.timeDependent ? resolved : null
}

function compileTimed(comparison: Comparison, scope: RuleScope): TimedComparison {
  const { path, op, value, valuePath } = comparison
  const { test } = compileCondition(comparison, scope)
  const left = readerOf(path, scope)
  const values: readonly Literal[] = typeof value === 'object' && value !== null ? value : [value ?? null]
  const others = valuePath === undefined ? () => values : (facts: Facts) => [readerOf(valuePath, scope)(facts)]
  if (op === 'olderThan' || op === 'within') {
    return { test, turns: (facts) => turnsOfDate(numberAs('instant', left(facts)), spans(others(facts))) }
  }
  const isLeftWaiting = waitingSide(path, scope) !== null
  return {
    test,
    turns: (facts) => {
      const [waited, limits] = isLeftWaiting ? [left(facts), others(facts)] : [others(facts)[0] ?? null, [left(facts)]]
      return typeof waited === 'number' ? turnsOfWait(facts.now - waited, spans(limits)) : []
    },
  }
}

function readerOf(path: string, scope: RuleScope): (facts: Facts) => Literal {
  const resolved = resolvePath(path, scope)
  if (isProblem(resolved)) throw new Error(`condition path '${path}': ${resolved.problem}`)
  return (facts) => {
    const value = resolved.read(facts)
    return isLiteral(value) ? value : null
  }
}

/** A date comes within reach before now, goes out of it after. */
function turnsOfDate(date: Instant | null, limits: readonly DurationMs[]): readonly Instant[] {
  return date === null ? [] : limits.flatMap((limit) => [date - limit, date + limit + 1])
}

/** Reached at the limit, exceeded a millisecond later. */
function turnsOfWait(since: Instant, limits: readonly DurationMs[]): readonly Instant[] {
  return limits.flatMap((limit) => [since + limit, since + limit + 1])
}

function spans(literals: readonly Literal[]): readonly DurationMs[] {
  return literals.flatMap((literal) => numberAs('duration', literal) ?? [])
}

function numberAs(kind: 'instant' | 'duration', literal: Literal): number | null {
  const number = coerce(kind, literal)
  return typeof number === 'number' ? number : null
}
