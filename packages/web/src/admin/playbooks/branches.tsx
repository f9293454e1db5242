import { Switch, Text } from '@fluentui/react-components'
import { type Configuration, type Playbook, validateConfiguration } from '@unified-routing/routing'
import { useDeferredValue, useMemo } from 'react'
import { Section } from '../../ui/section.tsx'
import { vocabularyOf } from '../rules/condition/vocabulary.ts'
import { DecisionList } from '../rules/list/decision-list.tsx'
import type { NamedRule, RuleKind } from '../rules/list/rule-kind.ts'
import { OutcomeInput } from './outcome-input.tsx'
import type { PlaybookPartProps } from './playbook-fields.tsx'
import { type Outcome, outcomeText } from './playbook-words.ts'
import { type BranchedPlaybook, firstOutcome, withBranches, withOtherwise } from './with-branches.ts'

const BRANCHES_MAX = 10

/** A branch as a rule of a list: the document gives it no name, its place serves as one. */
interface Branch extends NamedRule {
  readonly outcome: Outcome
}

/** What a playbook does with items of each kind, and with the rest. */
export function Branches({ configuration, playbook, isReadOnly, onChange }: PlaybookPartProps<BranchedPlaybook>) {
  const document = useMemo(() => withPlaybook(configuration, playbook), [configuration, playbook])
  const problems = useProblems(document)
  const kind = useMemo(() => branchKind(configuration, playbook), [configuration, playbook])
  const { otherwise } = playbook
  return (
    <>
      <Section title="Branches" lead="The first branch whose condition is met decides.">
        <DecisionList
          kind={kind}
          rules={branchesOf(playbook)}
          problems={problems}
          isReadOnly={isReadOnly}
          onChange={(branches) => onChange(withBranches(playbook, branches))}
        />
      </Section>
      <Section title="Otherwise">
        <Switch
          label="Do something with items that no branch takes"
          checked={otherwise !== undefined}
          disabled={isReadOnly}
          onChange={(_, { checked }) => onChange(withOtherwise(playbook, checked ? firstOutcome(playbook) : null))}
        />
        {otherwise === undefined ? (
          <Text>They are left as they are.</Text>
        ) : (
          <OutcomeInput
            label="Otherwise"
            configuration={configuration}
            playbook={playbook}
            outcome={outcomeOf(otherwise)}
            onChange={(outcome) => onChange(withOtherwise(playbook, outcome))}
          />
        )}
      </Section>
    </>
  )
}

function branchKind(configuration: Configuration, playbook: BranchedPlaybook): RuleKind<Branch> {
  const known = configuration.playbooks ?? []
  const at = known.findIndex(({ name }) => name === playbook.name)
  return {
    title: 'Branches',
    outputTitle: 'Then',
    max: BRANCHES_MAX,
    isUnnamed: true,
    path: `playbooks[${at < 0 ? known.length : at}].branches`,
    vocabulary: vocabularyOf(configuration, { kind: 'anyItem' }),
    withRules: (branches) => withPlaybook(configuration, withBranches(playbook, branches)),
    newRule: () => ({ name: 'New branch', when: { all: [] }, outcome: firstOutcome(playbook) }),
    outputText: ({ outcome }) => outcomeText(outcome),
    renderOutput: ({ rule, onChange }) => (
      <OutcomeInput
        label="Then"
        configuration={configuration}
        playbook={playbook}
        outcome={rule.outcome}
        onChange={(outcome) => onChange({ ...rule, outcome })}
      />
    ),
  }
}

function branchesOf(playbook: BranchedPlaybook): readonly Branch[] {
  return playbook.branches.map(({ when, ...outcome }, index) => ({ name: `Branch ${index + 1}`, when, outcome }))
}

function outcomeOf(otherwise: NonNullable<BranchedPlaybook['otherwise']>): Outcome {
  if (typeof otherwise === 'string' || 'transferToQueue' in otherwise || 'transferToNumber' in otherwise) {
    return { do: otherwise }
  }
  return otherwise
}

function withPlaybook(configuration: Configuration, playbook: Playbook): Configuration {
  const known = configuration.playbooks ?? []
  const at = known.findIndex(({ name }) => name === playbook.name)
  return { ...configuration, playbooks: known.toSpliced(at < 0 ? known.length : at, at < 0 ? 0 : 1, playbook) }
}

function useProblems(document: Configuration) {
  const shown = useDeferredValue(document)
  return useMemo(() => {
    const validation = validateConfiguration(shown)
    return validation.ok ? [] : validation.problems
  }, [shown])
}
