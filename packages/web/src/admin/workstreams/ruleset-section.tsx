import { Button, Field, Input, Text } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons'
import type { RuleTrace } from '@unified-routing/contract'
import type { ClassificationRuleset, Workstream } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { countOf } from '../../ui/words.ts'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { classificationKind, type LogicalRuleset } from '../rules/kinds/classification-kind.tsx'
import { DecisionList } from '../rules/list/decision-list.tsx'
import { useRuleUses } from '../rules/list/use-rule-uses.ts'

const modelTexts = {
  skillFinder: 'Finds skills by a model.',
  sentiment: 'Predicts the sentiment by a model.',
  effort: 'Estimates the effort by a model.',
} as const

export interface RulesetSectionProps {
  readonly draft: RowDraft<Workstream>
  readonly ruleset: ClassificationRuleset
  readonly index: number
  readonly count: number
  readonly traces: readonly RuleTrace[] | null
  readonly onChange: (ruleset: ClassificationRuleset) => void
  readonly onRemove: () => void
  readonly onMoveTo: (to: number) => void
}

/** One ruleset: its name, its place, its rules. */
export function RulesetSection(props: RulesetSectionProps) {
  const { draft, ruleset, index, onChange } = props
  return (
    <Section title={`${index + 1}. ${ruleset.name}`} actions={draft.isReadOnly ? null : <RulesetCommands {...props} />}>
      {draft.isReadOnly ? null : (
        <Field label="Name of the ruleset">
          <Input value={ruleset.name} onChange={(_, data) => onChange({ ...ruleset, name: data.value })} />
        </Field>
      )}
      {'rules' in ruleset ? (
        <Rules {...props} ruleset={ruleset} />
      ) : (
        <Text>{`${modelTexts[ruleset.kind]} It is skipped while no model is installed.`}</Text>
      )}
    </Section>
  )
}

function Rules({
  draft,
  ruleset,
  index,
  traces,
  onChange,
}: RulesetSectionProps & { readonly ruleset: LogicalRuleset }) {
  const { configuration, row, problems, isReadOnly } = draft
  const uses = useRuleUses('classification', row.name, ruleset.name)
  const kind = useMemo(() => classificationKind(configuration, row, index), [configuration, row, index])
  return (
    <DecisionList
      kind={kind}
      rules={ruleset.rules}
      problems={problems}
      traces={traces}
      uses={uses}
      isReadOnly={isReadOnly}
      onChange={(rules) => onChange({ ...ruleset, rules: [...rules] })}
    />
  )
}

function RulesetCommands({ ruleset, index, count, onRemove, onMoveTo }: RulesetSectionProps) {
  const [isAsking, setAsking] = useState(false)
  const button = { size: 'small', appearance: 'subtle' } as const
  const rules = 'rules' in ruleset ? ruleset.rules.length : 0
  return (
    <>
      <Button
        {...button}
        icon={<ArrowUpRegular />}
        aria-label={`Move ${ruleset.name} up`}
        disabledFocusable={index === 0}
        onClick={() => onMoveTo(index - 1)}
      />
      <Button
        {...button}
        icon={<ArrowDownRegular />}
        aria-label={`Move ${ruleset.name} down`}
        disabledFocusable={index === count - 1}
        onClick={() => onMoveTo(index + 1)}
      />
      <Button
        {...button}
        icon={<DeleteRegular />}
        aria-label={`Delete ${ruleset.name}`}
        onClick={() => (rules === 0 ? onRemove() : setAsking(true))}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={`Delete the ruleset ${ruleset.name}?`}
        confirmLabel="Delete"
        onConfirm={() => {
          setAsking(false)
          onRemove()
        }}
        onCancel={() => setAsking(false)}
      >
        {`Its ${countOf(rules, 'rule')} go with it. Nothing changes for routing until you save.`}
      </ConfirmDialog>
    </>
  )
}
