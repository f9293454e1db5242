import type { Finding } from './finding.ts'
import { alternatives, implies, isAlways, isNever } from './implication.ts'
import { type ListedRule, type RuleListing, ruleListings } from './rule-lists.ts'
import type { Survey } from './survey.ts'

/** Rules that can never apply: nothing meets them, or earlier rules take all that does. */
export function findDeadRules(survey: Survey): readonly Finding[] {
  return ruleListings(survey).flatMap((listing) =>
    listing.rules.flatMap((rule, index) => {
      const path = `${listing.path}[${index}]`
      if (isNever(rule.when)) return [neverMet(listing, rule, path)]
      const shadows = shadowsOf(survey, listing, index)
      return shadows === null ? [] : [shadowed({ listing, rule, path, shadows })]
    }),
  )
}

/** The earlier rules that take everything the rule could get; null when that cannot be proved. */
function shadowsOf(survey: Survey, listing: RuleListing, index: number): readonly ListedRule[] | null {
  const rule = listing.rules[index]
  if (rule === undefined) return null
  const earlier = listing.rules.slice(0, index).filter(({ precedes }) => precedes(index))
  if (earlier.length === 0) return null
  const proof = survey.proofIn(listing.scope)
  const shadowOf = (when: ListedRule['when']) => earlier.find((one) => implies(when, one.when, proof))
  const whole = shadowOf(rule.when)
  if (whole !== undefined) return [whole]
  const shadows = alternatives(rule.when).map(shadowOf)
  const found = shadows.filter((one) => one !== undefined)
  return found.length === shadows.length ? [...new Set(found)] : null
}

interface Shadowed {
  readonly listing: RuleListing
  readonly rule: ListedRule
  readonly path: string
  readonly shadows: readonly ListedRule[]
}

function shadowed({ listing, rule, path, shadows }: Shadowed): Finding {
  const names = shadows.map(({ name }) => `'${name}'`).join(' and ')
  const [verb, all] = shadows.length === 1 ? ['takes', 'that rule'] : ['take', 'those rules']
  const [first] = shadows
  const meets = first !== undefined && isAlways(first.when) ? 'everything' : 'everything that would meet it'
  return {
    code: 'ruleShadowed',
    severity: 'warning',
    path,
    message: `In ${listing.title}, rule '${rule.name}' never applies: ${names} before it ${verb} ${meets}.`,
    remedy: `Move '${rule.name}' before ${all}, narrow ${all}, or remove '${rule.name}'.`,
  }
}

function neverMet({ title }: RuleListing, { name }: ListedRule, path: string): Finding {
  return {
    code: 'ruleNeverMet',
    severity: 'warning',
    path,
    message: `In ${title}, nothing can meet rule '${name}': it asks for one of no values or conditions.`,
    remedy: `Give '${name}' a value or a condition, write { all: [] } for always, or remove the rule.`,
  }
}
