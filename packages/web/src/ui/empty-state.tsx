import { Subtitle2, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  /** What belongs here. */
  readonly text: string
  /** The first step. */
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Subtitle2 as="h2">{title}</Subtitle2>
      <Text className={styles.text}>{text}</Text>
      {action}
    </div>
  )
}
