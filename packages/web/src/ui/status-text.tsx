import { AlertRegular, CheckmarkCircleRegular, ClockRegular, SubtractCircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import styles from './status-text.module.css'

export type Tone = 'good' | 'waiting' | 'offered' | 'ended'

const icons: Record<Tone, ReactNode> = {
  good: <CheckmarkCircleRegular />,
  waiting: <ClockRegular />,
  offered: <AlertRegular />,
  ended: <SubtractCircleRegular />,
}

/** A state in words, with an icon so that colour is never alone. */
export function StatusText({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.status}>
      <span className={styles.icon} data-tone={tone} aria-hidden="true">
        {icons[tone]}
      </span>
      <span>{children}</span>
    </span>
  )
}
