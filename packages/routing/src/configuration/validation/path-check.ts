import { resolvePath } from '../../rules/path.ts'
import { isProblem, type PathProblem, type ResolvedPath } from '../../rules/resolved-path.ts'
import type { RuleScope } from '../../rules/scope.ts'
import { show } from './checks.ts'
import type { Check, Place } from './place.ts'

/** A path that reads something in the given scope. */
export function path(scope: RuleScope): Check {
  return (value, place) => {
    checkPath(value, place, scope)
  }
}

/** A path that reads one value, to sort by. */
export function sortPath(scope: RuleScope): Check {
  return (value, place) => {
    const resolved = checkPath(value, place, scope)
    if (resolved === null || !severalValues.includes(resolved.kind)) return
    place.report(`${show(value)} reads several values; sort by a single one`)
  }
}

const severalValues: readonly string[] = ['list', 'heldSkills', 'requiredSkills']

/** Reports a path that names nothing in the scope, and gives what it reads otherwise. */
export function checkPath(path: unknown, place: Place, scope: RuleScope): ResolvedPath | null {
  if (typeof path !== 'string') {
    place.report(`expected a path such as ${examples[scope.kind]}, found ${show(path)}`)
    return null
  }
  const resolved: ResolvedPath | PathProblem = resolvePath(path.slice(0, 1_000), scope)
  if (!isProblem(resolved)) return resolved
  place.report(`${show(path)} cannot be read: ${resolved.problem}`)
  return null
}

const examples: Readonly<Record<RuleScope['kind'], string>> = {
  intake: 'record.priority',
  item: 'item.record.priority',
  assignment: 'representative.units',
}
