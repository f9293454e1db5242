import { Button, Field, Input, Text } from '@fluentui/react-components'
import { validateConfiguration } from '@unified-routing/routing'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { SidePanel } from '../../../ui/side-panel.tsx'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { AttemptContext, missingAttributes, withoutMissing } from '../condition/missing.ts'
import { useRowTitles } from '../condition/row-titles.ts'
import { conditionText } from '../condition/words.ts'
import { problemsOfRule, type RuleProblem } from './problems.ts'
import type { NamedRule, RuleKind } from './rule-kind.ts'
import styles from './rule-panel.module.css'

export interface RulePanelProps<Rule extends NamedRule> {
  readonly kind: RuleKind<Rule>
  readonly rules: readonly Rule[]
  /** The number of rules: a new one at the end. */
  readonly index: number
  readonly rule: Rule
  readonly isReadOnly: boolean
  readonly onDone: (rule: Rule) => void
  readonly onClose: () => void
}

/** Edits one rule beside its list; the list takes it over with Done. */
export function RulePanel<Rule extends NamedRule>(props: RulePanelProps<Rule>) {
  const { kind, rules, index, isReadOnly, onDone, onClose } = props
  const [rule, setRule] = useState(props.rule)
  const [isAttempted, setAttempted] = useState(false)
  const form = useRef<HTMLFieldSetElement>(null)
  const vocabulary = useRowTitles(
    kind.vocabulary,
    useMemo(() => [rule.when], [rule.when]),
  )
  const handleDone = () => {
    if (missingAttributes(rule.when) === 0) return onDone(rule)
    setAttempted(true)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const problems = useProblems(props, rule)
  const isNew = index >= rules.length
  return (
    <SidePanel
      title={isNew ? (kind.isUnnamed ? 'New branch' : 'New rule') : props.rule.name}
      isDirty={rule !== props.rule}
      closeLabel={isReadOnly ? 'Close' : 'Cancel'}
      onClose={onClose}
      actions={
        isReadOnly ? null : (
          <Button appearance="primary" onClick={handleDone}>
            Done
          </Button>
        )
      }
    >
      <fieldset ref={form} className={styles.form} disabled={isReadOnly}>
        {kind.isUnnamed ? null : (
          <Field label="Name" required>
            <Input value={rule.name} onChange={(_, data) => setRule({ ...rule, name: data.value })} />
          </Field>
        )}
        <section aria-label="Condition" className={styles.part}>
          <Text weight="semibold">Condition</Text>
          <Text className={styles.words} aria-live="polite">
            {conditionText(rule.when, vocabulary)}
          </Text>
          <AttemptContext value={isAttempted}>
            <ConditionEditor
              vocabulary={kind.vocabulary}
              condition={props.rule.when}
              onChange={(when) => setRule((before) => ({ ...before, when }))}
            />
          </AttemptContext>
        </section>
        <section aria-label="Output" className={styles.part}>
          {kind.renderOutput({ rule, onChange: setRule })}
        </section>
        <Problems problems={problems} />
      </fieldset>
    </SidePanel>
  )
}

function Problems({ problems }: { readonly problems: readonly RuleProblem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems} aria-label="To correct">
      {problems.map(({ part, message }) => (
        <li key={`${part} ${message}`}>{`${part}: ${message}`}</li>
      ))}
    </ul>
  )
}

/** What would be wrong with the rule in its place of the document, a moment behind the typing. */
function useProblems<Rule extends NamedRule>(
  { kind, rules, index }: Pick<RulePanelProps<Rule>, 'kind' | 'rules' | 'index'>,
  present: Rule,
): readonly RuleProblem[] {
  const rule = useDeferredValue(present)
  return useMemo(() => {
    const checked = validateConfiguration(kind.withRules(rules.toSpliced(index, 1, rule)))
    return checked.ok ? [] : withoutMissing(problemsOfRule(checked.problems, `${kind.path}[${index}]`))
  }, [kind, rules, index, rule])
}
