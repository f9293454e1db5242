import { type Condition, operators, operatorsWithoutValue } from '@unified-routing/routing'
import { useState } from 'react'
import { QueryBuilder, type RuleGroupType, type RuleType } from 'react-querybuilder'
import { AddCondition, AddGroup, Remove } from './condition-actions.tsx'
import styles from './condition-editor.module.css'
import {
  AttributeSelect,
  CombinatorSelect,
  OperatorSelect,
  ValueEditor,
  ValueSourceSelect,
} from './condition-selects.tsx'
import { defaultValue } from './default-value.ts'
import { conditionOf, newComparison, operandOf, queryOf } from './model.ts'
import { operatorsFor, resolved, type Vocabulary } from './vocabulary.ts'
import { VocabularyContext } from './vocabulary-context.ts'

const controls = {
  addRuleAction: AddCondition,
  addGroupAction: AddGroup,
  removeRuleAction: Remove,
  removeGroupAction: Remove,
  combinatorSelector: CombinatorSelect,
  fieldSelector: AttributeSelect,
  operatorSelector: OperatorSelect,
  valueEditor: ValueEditor,
  valueSourceSelector: ValueSourceSelect,
}

const classes = {
  queryBuilder: styles.builder,
  ruleGroup: styles.group,
  header: styles.header,
  body: styles.body,
  rule: styles.comparison,
}

const combinators = ['all', 'any', 'none', 'notAll', 'only', 'not'].map((name) => ({ name, label: name }))
const everyOperator = operators.map((name) => ({ name, label: name }))

export interface ConditionEditorProps {
  readonly vocabulary: Vocabulary
  /** As it is when the editor opens; from then on the editor holds it. */
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}

/** Builds a condition from groups and comparisons, by mouse or by keyboard. */
export function ConditionEditor({ vocabulary, condition, onChange }: ConditionEditorProps) {
  const [query, setQuery] = useState(() => queryOf(condition))
  const handleChange = (next: RuleGroupType) => {
    const [before, after] = [conditionOf(query), conditionOf(next)]
    setQuery(next)
    if (JSON.stringify(before) !== JSON.stringify(after)) onChange(after)
  }
  return (
    <VocabularyContext value={vocabulary}>
      <QueryBuilder
        query={query}
        onQueryChange={handleChange}
        controlElements={controls}
        controlClassnames={classes}
        suppressStandardClassnames
        combinators={combinators}
        operators={everyOperator}
        getOperators={(path) => operatorsFor(path, vocabulary).map((name) => ({ name, label: name }))}
        getDefaultOperator={(path) => operatorsFor(path, vocabulary)[0] ?? 'eq'}
        getDefaultValue={(rule) => valueAfterChange(rule, vocabulary)}
        getValueSources={(_path, operator) => (canCompare(operator) ? ['value', 'field'] : ['value'])}
        onAddRule={newComparison}
        addRuleToNewGroups={false}
        resetOnOperatorChange
        showNotToggle={false}
      />
    </VocabularyContext>
  )
}

function canCompare(operator: string): boolean {
  return operator !== 'exactMatch' && !operatorsWithoutValue.some((known) => known === operator)
}

function valueAfterChange({ field, operator, value, valueSource }: RuleType, vocabulary: Vocabulary) {
  if (valueSource === 'field') return ''
  const op = operators.find((known) => known === operator) ?? 'eq'
  const wasPath = typeof value === 'string' && resolved(value, vocabulary) !== null
  return defaultValue({ path: field, op, before: wasPath ? undefined : operandOf(value) }, vocabulary)
}
