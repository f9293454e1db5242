import type { RuleTrace } from '../event.ts'
import type { Facts } from '../rules/facts.ts'
import { compileRules } from '../rules/rule-list.ts'
import { ruleScopes } from '../rules/scope.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** What became of the rules by which a queue orders its items and chooses among its rulesets. */
export function traceChoice(
  world: World,
  item: WorkItem,
  facts: Facts,
): { readonly prioritization: readonly RuleTrace[]; readonly selection: readonly RuleTrace[] } {
  const assignment = world.queues.get(item.queue ?? '')?.settings.assignment
  if (assignment === undefined) return { prioritization: [], selection: [] }
  const { anyItem } = ruleScopes(world.snapshot.configuration)
  const trace = (rules: Parameters<typeof compileRules>[0] = []) => {
    const compiled = compileRules(rules, anyItem)
    return compiled.trace(facts, 'first', compiled.firstMatch(facts))
  }
  return {
    prioritization: trace(assignment.prioritization),
    selection: trace('selectionCriteria' in assignment ? assignment.selectionCriteria : []),
  }
}
