import { Text } from '@fluentui/react-components'
import { type AssignmentMethod, type Configuration, validateConfiguration } from '@unified-routing/routing'
import { useDeferredValue, useMemo } from 'react'
import { Section } from '../../../ui/section.tsx'
import {
  type CustomMethod,
  type EditedQueue,
  prioritizationKind,
  selectionKind,
  withAssignment,
} from '../kinds/queue-kinds.tsx'
import { DecisionList } from '../list/decision-list.tsx'
import { useRuleUses } from '../list/use-rule-uses.ts'
import { AssignmentRulesets } from './assignment-rulesets.tsx'

export interface QueueRuleEditorProps {
  /** The document in force; the queue is in it. */
  readonly configuration: Configuration
  readonly queue: string
  /** As it is being edited. */
  readonly assignment: AssignmentMethod
  readonly isReadOnly: boolean
  readonly onChange: (assignment: AssignmentMethod) => void
}

/** The rules of a queue: which items come first and, with the custom method, who may take them and in what order. */
export function QueueRuleEditor({
  configuration,
  queue: name,
  assignment,
  isReadOnly,
  onChange,
}: QueueRuleEditorProps) {
  const queue = useMemo(
    () => ({ name, configuration: withAssignment({ name, configuration }, assignment) }),
    [name, configuration, assignment],
  )
  const problems = useProblems(queue)
  const kind = useMemo(() => prioritizationKind(queue, assignment), [queue, assignment])
  const uses = useRuleUses('prioritization', name)
  const shared = { queue, problems, isReadOnly, onChange }
  return (
    <>
      <Section
        title="Prioritization"
        lead="Which items are served first. What no rule takes comes last, first in and first out."
      >
        <DecisionList
          kind={kind}
          rules={assignment.prioritization ?? []}
          problems={problems}
          uses={uses}
          isReadOnly={isReadOnly}
          onChange={(rules) => onChange(withPrioritization(assignment, rules))}
        />
      </Section>
      {assignment.method === 'custom' ? (
        <>
          <AssignmentRulesets {...shared} assignment={assignment} />
          <Selection {...shared} assignment={assignment} />
        </>
      ) : (
        <Section title="Assignment rulesets">
          <Text>Only the custom assignment method has rulesets of its own.</Text>
        </Section>
      )}
    </>
  )
}

export interface CustomEditorProps {
  readonly queue: EditedQueue
  readonly assignment: CustomMethod
  readonly problems: ReturnType<typeof useProblems>
  readonly isReadOnly: boolean
  readonly onChange: (assignment: AssignmentMethod) => void
}

function Selection({ queue, assignment, problems, isReadOnly, onChange }: CustomEditorProps) {
  const kind = useMemo(() => selectionKind(queue, assignment), [queue, assignment])
  const criteria = assignment.selectionCriteria ?? []
  if (assignment.rulesets.length < 2 && criteria.length === 0) return null
  return (
    <Section
      title="Selection criteria"
      lead="The first criterion that is met chooses the ruleset. None met, or nobody found by it: the default ruleset."
    >
      {criteria.length === 0 ? (
        <Text>With several rulesets and no criteria, only the default ruleset is used.</Text>
      ) : null}
      <DecisionList
        kind={kind}
        rules={criteria}
        problems={problems}
        isReadOnly={isReadOnly}
        onChange={(rules) => onChange({ ...assignment, selectionCriteria: [...rules] })}
      />
    </Section>
  )
}

function withPrioritization(
  assignment: AssignmentMethod,
  rules: readonly NonNullable<AssignmentMethod['prioritization']>[number][],
): AssignmentMethod {
  const { prioritization: _before, ...rest } = assignment
  return rules.length === 0 ? rest : { ...rest, prioritization: [...rules] }
}

/** Of the document with the rules as they stand, a moment behind the typing. */
function useProblems({ configuration }: EditedQueue) {
  const shown = useDeferredValue(configuration)
  return useMemo(() => {
    const validation = validateConfiguration(shown)
    return validation.ok ? [] : validation.problems
  }, [shown])
}
