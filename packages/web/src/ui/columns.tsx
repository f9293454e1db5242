import type { ReactNode } from 'react'
import styles from './columns.module.css'

export interface ColumnsProps {
  readonly kind: 'wideFirst' | 'narrowFirst' | 'narrowLast'
  readonly children: ReactNode
}

/** Two columns of cards; where there is no room for both, the second stands below. */
export function Columns({ kind, children }: ColumnsProps) {
  return (
    <div className={styles.columns} data-kind={kind}>
      {children}
    </div>
  )
}

/** Cards below one another. */
export function Column({ children }: { readonly children: ReactNode }) {
  return <div className={styles.column}>{children}</div>
}
