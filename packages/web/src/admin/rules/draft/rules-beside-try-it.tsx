import type { ReactNode } from 'react'
import { Column } from '../../../ui/columns.tsx'
import styles from './rules-beside-try-it.module.css'

/** Rules, and beside them what they would do; one under the other where space is narrow. */
export function RulesBesideTryIt({ rules, tryIt }: { readonly rules: ReactNode; readonly tryIt: ReactNode }) {
  return (
    <div className={styles.frame}>
      <div className={styles.columns}>
        <Column>{rules}</Column>
        <Column>{tryIt}</Column>
      </div>
    </div>
  )
}
