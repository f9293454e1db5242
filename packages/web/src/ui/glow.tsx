import { type ReactNode, useState } from 'react'
import styles from './glow.module.css'

export interface GlowProps {
  /** Glows for a second whenever this changes; not when it first appears. */
  readonly of: string | number
  readonly children: ReactNode
}

export function Glow({ of, children }: GlowProps) {
  const [first] = useState(of)
  return (
    <span key={of} className={of === first ? styles.calm : styles.glowing}>
      {children}
    </span>
  )
}
