import type { ClassificationRule, ClassificationRuleset } from '../configuration/document.ts'
import type { RuleTrace } from '../event.ts'
import type { Facts } from '../rules/facts.ts'
import { compileRules, type RuleList } from '../rules/rule-list.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { WorkItem } from '../work-item.ts'

/** The highest priority score; rules and playbooks that would pass it stop there. */
export const PRIORITY_SCORE_MAX = 100_000

/** The classification of one workstream: its rulesets in order. */
export type Classification = readonly CompiledRuleset[]

type CompiledRuleset =
  | { readonly name: string; readonly rules: RuleList; readonly outputs: readonly ClassificationRule['set'][] }
  | { readonly name: string; readonly skipped: string }

/** What classification knows of an item, added to what it already carried. */
export type Requirements = Pick<WorkItem, 'skills' | 'capacityProfiles' | 'attributes' | 'priorityScore'>

export interface ClassificationDecision extends Requirements {
  readonly rulesets: readonly RulesetTrace[]
  /** True when a ruleset failed: the item goes to the fallback queue. */
  readonly failed: boolean
}

export interface RulesetTrace {
  readonly name: string
  /** Why the ruleset was not run. */
  readonly skipped?: string
  /** What went wrong while it ran. */
  readonly error?: string
  readonly rules: readonly RuleTrace[]
}

const skippedKinds = {
  skillFinder: 'No skill finder model is installed.',
  sentiment: 'No sentiment model is installed.',
  effort: 'No effort model is installed.',
} as const

export function compileClassification(rulesets: readonly ClassificationRuleset[], scope: RuleScope): Classification {
  return rulesets.map((ruleset) => {
    if (!('rules' in ruleset)) return { name: ruleset.name, skipped: skippedKinds[ruleset.kind] }
    const { name, rules } = ruleset
    return { name, rules: compileRules(rules, scope), outputs: rules.map(({ set }) => set) }
  })
}

/** Runs every ruleset in order. In each the first rule that is met applies; the next ruleset sees its outputs.
 *
 * Skills and profiles are appended to those the item has, so routing again adds; a skill set anew takes the new
 * rating. A ruleset that fails ends the run with what the earlier ones found. `facts.item` is left as it was. */
export function classify(classification: Classification, facts: Facts, item: WorkItem): ClassificationDecision {
  const draft: Draft = {
    skills: item.skills,
    capacityProfiles: item.capacityProfiles,
    attributes: item.attributes,
    priorityScore: item.priorityScore,
  }
  const rulesets: RulesetTrace[] = []
  const itemBefore = facts.item
  facts.item = item
  try {
    for (const ruleset of classification) {
      if (rulesets.length > 0) facts.item = { ...item, ...draft }
      rulesets.push(runRuleset(ruleset, facts, draft))
    }
  } catch (error) {
    const name = classification[rulesets.length]?.name ?? ''
    rulesets.push({ name, error: String(error), rules: [] })
  } finally {
    facts.item = itemBefore
  }
  const { skills, capacityProfiles, attributes, priorityScore } = draft
  const failed = rulesets.some(({ error }) => error !== undefined)
  return { rulesets, failed, skills, capacityProfiles, attributes, priorityScore }
}

type Draft = { -readonly [Field in keyof Requirements]: Requirements[Field] }

function runRuleset(ruleset: CompiledRuleset, facts: Facts, draft: Draft): RulesetTrace {
  if ('skipped' in ruleset) return { name: ruleset.name, skipped: ruleset.skipped, rules: [] }
  const applied = ruleset.rules.firstMatch(facts)
  const rules = ruleset.rules.trace(facts, 'first', applied)
  const output = ruleset.outputs[applied]
  if (output !== undefined) apply(output, draft)
  return { name: ruleset.name, rules }
}

function apply(output: ClassificationRule['set'], draft: Draft): void {
  const { attributes, skills, capacityProfiles, priorityScore } = output
  if (attributes !== undefined) draft.attributes = merged(draft.attributes, attributes)
  if (skills !== undefined) draft.skills = merged(draft.skills, skills)
  if (capacityProfiles !== undefined) {
    draft.capacityProfiles = [...new Set([...draft.capacityProfiles, ...capacityProfiles])]
  }
  if (priorityScore !== undefined) draft.priorityScore = Math.min(Math.max(priorityScore, 0), PRIORITY_SCORE_MAX)
}

/** An item that had nothing before shares the rule's own output: a million items wait. */
function merged<Value>(
  before: Readonly<Record<string, Value>>,
  added: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  for (const _name in before) return { ...before, ...added }
  return added
}
