import { Button, Field, Input, Radio } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import type { AssignmentRuleset } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Section } from '../../../ui/section.tsx'
import { countOf } from '../../../ui/words.ts'
import { assignmentKind, type CustomMethod, withRulesetRules } from '../kinds/queue-kinds.tsx'
import { DecisionList } from '../list/decision-list.tsx'
import { freshName } from '../list/reorder.ts'
import styles from './assignment-rulesets.module.css'
import type { CustomEditorProps } from './queue-rule-editor.tsx'

const RULESETS_MAX = 100

/** The rulesets of a queue's own method; one of them is the default. */
export function AssignmentRulesets(props: CustomEditorProps) {
  const { assignment, isReadOnly, onChange } = props
  const { rulesets } = assignment
  const add = () => {
    const name = freshName(
      `Ruleset ${rulesets.length + 1}`,
      rulesets.map((ruleset) => ruleset.name),
    )
    const rule = { name: 'Everybody', when: { all: [] } }
    onChange({ ...assignment, rulesets: [...rulesets, { name, rules: [rule] }] })
  }
  return (
    <>
      {rulesets.map((ruleset, index) => (
        // A ruleset that is renamed stays the one that is being edited.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Ruleset key={index} {...props} ruleset={ruleset} index={index} />
      ))}
      {isReadOnly ? null : (
        <div>
          <Button icon={<AddRegular />} disabledFocusable={rulesets.length >= RULESETS_MAX} onClick={add}>
            Add ruleset
          </Button>
        </div>
      )}
    </>
  )
}

interface RulesetProps extends CustomEditorProps {
  readonly ruleset: AssignmentRuleset
  readonly index: number
}

function Ruleset(props: RulesetProps) {
  const { queue, assignment, ruleset, index, problems, isReadOnly, onChange } = props
  const kind = useMemo(() => assignmentKind(queue, assignment, index), [queue, assignment, index])
  return (
    <Section
      title={ruleset.name}
      lead="The first rule that somebody meets is used, so begin with the most particular. Presence, capacity and skills count only where a rule asks for them; capacity profiles always do."
      actions={isReadOnly ? null : <RemoveRuleset {...props} />}
    >
      {isReadOnly ? null : (
        <div className={styles.head}>
          <Field label="Name of the ruleset">
            <Input value={ruleset.name} onChange={(_, { value }) => onChange(renamed(assignment, index, value))} />
          </Field>
          <Radio
            label="Default ruleset"
            checked={ruleset.isDefault === true || assignment.rulesets.length === 1}
            onChange={() => onChange(withDefault(assignment, index))}
          />
        </div>
      )}
      <DecisionList
        kind={kind}
        rules={ruleset.rules}
        problems={problems}
        isReadOnly={isReadOnly}
        onChange={(rules) => onChange(withRulesetRules(assignment, index, rules))}
      />
    </Section>
  )
}

function RemoveRuleset({ assignment, ruleset, index, onChange }: RulesetProps) {
  const [isAsking, setAsking] = useState(false)
  const users = (assignment.selectionCriteria ?? []).filter((criterion) => criterion.ruleset === ruleset.name)
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={`Delete ${ruleset.name}`}
        disabledFocusable={assignment.rulesets.length === 1}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={`Delete the ruleset ${ruleset.name}?`}
        confirmLabel="Delete"
        onConfirm={() => {
          setAsking(false)
          onChange(withoutRuleset(assignment, index))
        }}
        onCancel={() => setAsking(false)}
      >
        {`Its ${countOf(ruleset.rules.length, 'rule')} and ${countOf(users.length, 'selection criterion', 'selection criteria')} go with it. Nothing changes for routing until you save.`}
      </ConfirmDialog>
    </>
  )
}

/** Selection criteria follow the name. */
function renamed(assignment: CustomMethod, index: number, name: string): CustomMethod {
  const before = assignment.rulesets[index]?.name
  return {
    ...assignment,
    rulesets: assignment.rulesets.map((ruleset, at) => (at === index ? { ...ruleset, name } : ruleset)),
    ...(assignment.selectionCriteria === undefined
      ? {}
      : {
          selectionCriteria: assignment.selectionCriteria.map((criterion) =>
            criterion.ruleset === before ? { ...criterion, ruleset: name } : criterion,
          ),
        }),
  }
}

function withDefault(assignment: CustomMethod, index: number): CustomMethod {
  const rulesets = assignment.rulesets.map(({ isDefault: _before, ...ruleset }, at) =>
    at === index ? { ...ruleset, isDefault: true } : ruleset,
  )
  return { ...assignment, rulesets }
}

function withoutRuleset(assignment: CustomMethod, index: number): CustomMethod {
  const gone = assignment.rulesets[index]?.name
  const { selectionCriteria: criteria = [], ...rest } = assignment
  const kept = criteria.filter(({ ruleset }) => ruleset !== gone)
  return {
    ...rest,
    rulesets: assignment.rulesets.toSpliced(index, 1),
    ...(kept.length === 0 ? {} : { selectionCriteria: kept }),
  }
}
