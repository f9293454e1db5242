import type { ClassificationRule, ClassificationRuleset, Configuration, Workstream } from '@unified-routing/routing'
import { vocabularyOf } from '../condition/vocabulary.ts'
import type { RuleKind } from '../list/rule-kind.ts'
import { ClassificationOutput } from '../outputs/classification-output.tsx'
import { outputText } from '../outputs/classification-outputs.ts'
import { withWorkstream, workstreamIndex } from './rows-of.ts'

const RULES_MAX = 100

export type LogicalRuleset = Extract<ClassificationRuleset, { rules: ClassificationRule[] }>

/** The rules of one classification ruleset of a workstream: what becomes known of an item. */
export function classificationKind(
  configuration: Configuration,
  workstream: Workstream,
  index: number,
): RuleKind<ClassificationRule> {
  const { name, classification = [] } = workstream
  const ruleset = classification[index]
  return {
    title: `Rules of ${ruleset?.name ?? ''}`,
    outputTitle: 'Sets',
    max: RULES_MAX,
    path: `workstreams[${workstreamIndex(configuration, name)}].classification[${index}].rules`,
    vocabulary: vocabularyOf(configuration, { kind: 'workstream', name }),
    withRules: (rules) =>
      withWorkstream(configuration, {
        ...workstream,
        classification: classification.map((known, at) =>
          at === index && 'rules' in known ? { ...known, rules: [...rules] } : known,
        ),
      }),
    newRule: (ruleName) => ({ name: ruleName, when: { all: [] }, set: {} }),
    outputText: ({ set }) => outputText(set),
    renderOutput: ({ rule, onChange }) => (
      <ClassificationOutput
        configuration={configuration}
        set={rule.set}
        onChange={(set) => onChange({ ...rule, set })}
      />
    ),
  }
}
