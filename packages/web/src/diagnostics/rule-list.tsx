import { Text } from '@fluentui/react-components'
import type { RuleTrace } from '@unified-routing/contract'
import styles from './rule-list.module.css'
import { RuleStatus } from './rule-status.tsx'

/** Every rule of one ruleset in its order, with what became of it and the values it saw. */
export function RuleList({ label, rules }: { readonly label: string; readonly rules: readonly RuleTrace[] }) {
  if (rules.length === 0) return <Text className={styles.none}>No rules here.</Text>
  return (
    <ol className={styles.rules} aria-label={label}>
      {rules.map((rule) => (
        <li key={rule.name} className={styles.rule} data-status={rule.status}>
          <span className={styles.name}>{rule.name}</span>
          <RuleStatus status={rule.status} />
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
