import { didYouMean } from '../configuration/nearest.ts'
import { field, type PathProblem, type ResolvedPath } from './resolved-path.ts'
import { literalAt } from './row-path.ts'
import type { RuleScope } from './scope.ts'

const isWorking: ResolvedPath = {
  kind: 'boolean',
  choices: null,
  timeDependent: true,
  looksUp: false,
  column: null,
  read: ({ representative }) => representative?.isWorking ?? null,
}

const fields: Readonly<Record<string, ResolvedPath>> = {
  name: field('text', ({ representative }) => representative?.name ?? null),
  presence: field('text', ({ representative }) => representative?.presence ?? null),
  basePresence: field('text', ({ representative }) => representative?.basePresence ?? null),
  units: field('number', ({ representative }) => representative?.unitsFree ?? null),
  skills: field('heldSkills', ({ representative }) => representative?.skills ?? null),
  isWorking,
}

/** Resolves the part of a path after `representative`; alone, it stands for whether they are working. */
export function resolveRepresentativePath(segments: readonly string[], scope: RuleScope): ResolvedPath | PathProblem {
  const [name, ...rest] = segments
  if (name === undefined) return isWorking
  if (rest.length > 0) return { problem: `'representative.${name}' has no parts; end the path there` }
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (known !== undefined) return known
  const columns = scope.representativeColumns
  if (columns !== null && !columns.has(name)) {
    const suggestion = didYouMean(name, [...Object.keys(fields), ...columns])
    return {
      problem: `no representative has a column '${name}'${suggestion || '; add it to their columns, null will do'}`,
    }
  }
  return field('any', ({ representative }) =>
    representative === null ? null : literalAt(representative.columns, name),
  )
}
