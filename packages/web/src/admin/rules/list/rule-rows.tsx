import { Text } from '@fluentui/react-components'
import { type RefObject, useId, useMemo, useState } from 'react'
import visuallyHidden from '../../../ui/visually-hidden.module.css'
import { useRowTitles } from '../condition/row-titles.ts'
import { conditionText, seenText } from '../condition/words.ts'
import { fieldOfPlace } from '../draft/places.ts'
import styles from './decision-list.module.css'
import type { DecisionListProps } from './decision-list.tsx'
import { problemsOfRule } from './problems.ts'
import type { NamedRule } from './rule-kind.ts'
import type { RuleMenuPlace } from './rule-menu.tsx'
import { RuleRow } from './rule-row.tsx'
import type { RuleEdits } from './use-rule-edits.ts'
import { usesText } from './uses-words.ts'

export interface RuleRowsProps<Rule extends NamedRule> extends DecisionListProps<Rule> {
  readonly list: RefObject<HTMLOListElement | null>
  readonly edits: RuleEdits<Rule>
  readonly onOpen: (index: number) => void
  readonly onMenu: (place: RuleMenuPlace) => void
}

/** The rules as rows: number, name, condition in words, output, what is wrong, and what became of each when tried. */
export function RuleRows<Rule extends NamedRule>(props: RuleRowsProps<Rule>) {
  const { kind, rules, problems, traces, isReadOnly, list, edits } = props
  const [dragged, setDragged] = useState<number | null>(null)
  const hintId = useId()
  const vocabulary = useRowTitles(
    kind.vocabulary,
    useMemo(() => rules.map(({ when }) => when), [rules]),
  )
  if (rules.length === 0) {
    return <Text className={styles.quiet}>None yet. They are asked from the top; add the first one.</Text>
  }
  return (
    <>
      <span id={hintId} className={visuallyHidden.hidden}>
        {isReadOnly ? '' : 'Press Alt and an arrow key to move the rule.'}
      </span>
      <ol ref={list} className={styles.rules} aria-label={kind.title}>
        {rules.map((rule, index) => (
          <RuleRow
            key={keyOf(rules, index)}
            index={index}
            field={fieldOfPlace(`${kind.path}[${index}]`)}
            name={rule.name}
            conditionText={conditionText(rule.when, vocabulary)}
            outputTitle={kind.outputTitle}
            outputText={kind.outputText(rule)}
            problems={problemsOfRule(problems, `${kind.path}[${index}]`)}
            trace={traces?.[index] ?? null}
            seenText={seenText(traces?.[index]?.values ?? {}, vocabulary)}
            usesText={usesText(props.uses ?? null, rule.name)}
            hintId={hintId}
            isReadOnly={isReadOnly}
            isDragged={dragged === index}
            onOpen={() => props.onOpen(index)}
            onMenu={(target) => props.onMenu({ index, target })}
            onMoveBy={(by) => edits.moveTo(index, index + by)}
            onDrag={(isDragged) => setDragged(isDragged ? index : null)}
            onDropHere={() => {
              if (dragged !== null) edits.moveTo(dragged, index)
              setDragged(null)
            }}
          />
        ))}
      </ol>
    </>
  )
}

/** The name, which goes along when a rule moves; while two have one name, the place tells them apart. */
function keyOf(rules: readonly NamedRule[], index: number): string {
  const name = rules[index]?.name ?? ''
  const isFirst = rules.findIndex((rule) => rule.name === name) === index
  return isFirst ? name : `${name}\n${index}`
}
