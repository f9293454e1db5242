import { withoutNegations } from './comparison.ts'
import { coversOf } from './cover.ts'
import type { Finding } from './finding.ts'
import { alternatives, exclusion, implies, isAlways, isNever } from './implication.ts'
import { type ListedRule, type RuleListing, ruleListings } from './rule-lists.ts'
import { listed, type Survey } from './survey.ts'

/** Rules that can never apply: nothing meets them, or earlier rules take all that does. */
export function findDeadRules(survey: Survey): readonly Finding[] {
  return ruleListings(survey).flatMap((written) => {
    const rules = written.rules.map((rule) => ({ ...rule, when: withoutNegations(rule.when) }))
    const listing = { ...written, rules }
    return rules.flatMap((rule, index) => {
      const path = `${listing.path}[${index}]`
      const reason = whyNever(survey, listing, rule)
      if (reason !== null) return [neverMet({ listing, rule, path, reason })]
      const shadows = shadowsOf(survey, listing, index)
      return shadows === null ? [] : [shadowed({ listing, rule, path, shadows })]
    })
  })
}

/** Why nothing can meet the rule; null when something may. */
function whyNever(survey: Survey, { scope }: RuleListing, { when }: ListedRule): string | null {
  if (isNever(when)) return 'it asks for one of no values or conditions'
  const excluded = exclusion(when, survey.proofIn(scope))
  if (excluded === null) return null
  const [one, other] = excluded.map(({ path, op, value }) => `${path} ${op} ${JSON.stringify(value) ?? ''}`.trimEnd())
  return `"${one}" and "${other}" exclude each other`
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
  if (found.length === shadows.length) return [...new Set(found)]
  const cover = coversOf(earlier, listing.scope).find(({ when }) => implies(rule.when, when, proof))
  return cover?.rules ?? null
}

interface Shadowed {
  readonly listing: RuleListing
  readonly rule: ListedRule
  readonly path: string
  readonly shadows: readonly ListedRule[]
}

function shadowed({ listing, rule, path, shadows }: Shadowed): Finding {
  const names = listed(shadows.map(({ name }) => name))
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

interface NeverMet {
  readonly listing: RuleListing
  readonly rule: ListedRule
  readonly path: string
  readonly reason: string
}

function neverMet({ listing, rule, path, reason }: NeverMet): Finding {
  return {
    code: 'ruleNeverMet',
    severity: 'warning',
    path,
    message: `In ${listing.title}, nothing can meet rule '${rule.name}': ${reason}.`,
    remedy: `Give '${rule.name}' a condition that something can meet, write { all: [] } for always, or remove the rule.`,
  }
}
