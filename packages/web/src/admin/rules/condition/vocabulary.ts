import type { Configuration, Operator, ResolvedPath, RuleScope } from '@unified-routing/routing'
import { isProblem, operatorsOf, resolvePath, ruleScopes } from '@unified-routing/routing'

/** What the conditions of a list of rules may name, and the names that their values are chosen from. */
export interface Vocabulary {
  readonly scope: RuleScope
  readonly configuration: Configuration
  /** The workstream whose rules they are; null: rules about items of any workstream. */
  readonly workstream: string | null
  /** What rows are called that conditions name, by "table/id", as far as it is known. */
  readonly rowTitles?: ReadonlyMap<string, string>
}

/** Where a rule stands: it decides what its condition can read. */
export type RulePlace =
  | { readonly kind: 'intake'; readonly table: string }
  | { readonly kind: 'workstream'; readonly name: string }
  | { readonly kind: 'anyItem' }
  | { readonly kind: 'assignment' }

export function vocabularyOf(configuration: Configuration, place: RulePlace): Vocabulary {
  const scopes = ruleScopes(configuration)
  if (place.kind === 'intake') return { configuration, scope: scopes.intake(place.table), workstream: null }
  if (place.kind === 'workstream') {
    return { configuration, scope: scopes.workstream(place.name), workstream: place.name }
  }
  return { configuration, scope: place.kind === 'assignment' ? scopes.assignment : scopes.anyItem, workstream: null }
}

/** What a path reads; null: nothing yet, or nothing any more. */
export function resolved(path: string, { scope }: Vocabulary): ResolvedPath | null {
  const found = resolvePath(path, scope)
  return isProblem(found) ? null : found
}

const whetherWorking = ['representative', 'representative.isWorking']

/** The operators that suit what a path reads. */
export function operatorsFor(path: string, vocabulary: Vocabulary): readonly Operator[] {
  const kind = resolved(path, vocabulary)?.kind
  if (kind === undefined) return ['eq']
  return operatorsOf[kind].filter((operator) => operator !== 'isWorking' || whetherWorking.includes(path))
}
