import { Text } from '@fluentui/react-components'
import type { Configuration, Workstream } from '@unified-routing/routing'
import { useMemo } from 'react'
import { Section } from '../../ui/section.tsx'
import { useRowTitles } from '../rules/condition/row-titles.ts'
import { conditionText } from '../rules/condition/words.ts'
import { classificationKind } from '../rules/kinds/classification-kind.tsx'
import { intakeKind } from '../rules/kinds/intake-kind.tsx'
import { routeKind } from '../rules/kinds/route-kind.tsx'
import type { NamedRule, RuleKind } from '../rules/list/rule-kind.ts'
import styles from './all-rules.module.css'
import { fallbackQueueOf } from './workstream-words.ts'

export interface AllRulesProps {
  readonly configuration: Configuration
  readonly workstream: Workstream
}

/** Every rule of a workstream in the order in which an item meets them, to read or to print. */
export function AllRules({ configuration, workstream }: AllRulesProps) {
  const { name, table, classification = [], routeToQueue } = workstream
  const recordType = configuration.recordTypes?.find((known) => known.table === table)
  const intake = recordType === undefined ? null : intakeKind(configuration, recordType)
  const route = routeKind(configuration, workstream)
  return (
    <>
      {recordType === undefined || intake === null ? null : (
        <Section title="Intake" lead="The rules that lead here, with their place among all of the record type.">
          <Sentences
            kind={intake}
            rules={recordType.intakeRules
              .map((rule, index) => ({ rule, number: index + 1 }))
              .filter(({ rule }) => rule.workstream === name)}
          />
        </Section>
      )}
      {classification.map((ruleset, index) => (
        <Section key={ruleset.name} title={`Classification: ${ruleset.name}`}>
          {'rules' in ruleset ? (
            <Sentences
              kind={classificationKind(configuration, workstream, index)}
              rules={ruleset.rules.map((rule, at) => ({ rule, number: at + 1 }))}
            />
          ) : (
            <Text>By a model: {ruleset.kind}</Text>
          )}
        </Section>
      ))}
      <Section title="Route to queue" lead={`What no rule leads elsewhere goes to ${fallbackQueueOf(workstream)}.`}>
        <Sentences kind={route} rules={(routeToQueue?.rules ?? []).map((rule, at) => ({ rule, number: at + 1 }))} />
      </Section>
    </>
  )
}

interface SentencesProps<Rule extends NamedRule> {
  readonly kind: RuleKind<Rule>
  readonly rules: readonly { readonly rule: Rule; readonly number: number }[]
}

function Sentences<Rule extends NamedRule>({ kind, rules }: SentencesProps<Rule>) {
  const vocabulary = useRowTitles(
    kind.vocabulary,
    useMemo(() => rules.map(({ rule }) => rule.when), [rules]),
  )
  if (rules.length === 0) return <Text className={styles.quiet}>No rules.</Text>
  return (
    <ol className={styles.rules} aria-label={kind.title}>
      {rules.map(({ rule, number }) => (
        <li key={number} value={number}>
          <strong>{rule.name}</strong>
          {`: ${conditionText(rule.when, vocabulary)} `}
          <span className={styles.output}>{`${kind.outputTitle.toLowerCase()} ${kind.outputText(rule)}`}</span>
        </li>
      ))}
    </ol>
  )
}
