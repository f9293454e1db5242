import { Badge, Text } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import type { RuleTrace } from '@unified-routing/contract'
import type { ReactElement } from 'react'
import styles from './rule-list.module.css'

type Status = RuleTrace['status']

interface Look {
  readonly icon: ReactElement
  readonly color: 'success' | 'brand' | 'informative' | 'subtle'
  readonly meaning: string
}

const looks: Record<Status, Look> = {
  Applied: { icon: <CheckmarkCircleFilled />, color: 'success', meaning: 'Met and used' },
  Matched: { icon: <CircleRegular />, color: 'brand', meaning: 'Met, another output was used' },
  Processed: { icon: <DismissCircleRegular />, color: 'informative', meaning: 'Evaluated, not met' },
  'Not processed': {
    icon: <SubtractCircleRegular />,
    color: 'subtle',
    meaning: 'Not evaluated, an earlier rule decided',
  },
}

/** Every rule of one ruleset in its order, with what became of it and the values it saw. */
export function RuleList({ label, rules }: { readonly label: string; readonly rules: readonly RuleTrace[] }) {
  if (rules.length === 0) return <Text className={styles.none}>No rules here.</Text>
  return (
    <ol className={styles.rules} aria-label={label}>
      {rules.map((rule) => (
        <li key={rule.name} className={styles.rule} data-status={rule.status}>
          <span className={styles.name}>{rule.name}</span>
          <Badge
            appearance="tint"
            color={looks[rule.status].color}
            icon={looks[rule.status].icon}
            title={looks[rule.status].meaning}
          >
            {rule.status}
          </Badge>
          <Values values={rule.values} />
        </li>
      ))}
    </ol>
  )
}

function Values({ values }: { readonly values: RuleTrace['values'] }) {
  const seen = Object.entries(values ?? {})
  if (seen.length === 0) return null
  return (
    <ul className={styles.values} aria-label="Values it saw">
      {seen.map(([path, value]) => (
        <li key={path} className={styles.value}>
          <code className={styles.path}>{path}</code> = <code>{JSON.stringify(value)}</code>
        </li>
      ))}
    </ul>
  )
}
