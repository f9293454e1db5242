import { Subtitle2, Text } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

export interface SectionProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly badge?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A card with a heading, one subject each. */
export function Section({ title, lead, badge, actions, children }: SectionProps) {
  const headingId = useId()
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.heading}>
        <Subtitle2 as="h2" id={headingId}>
          {title}
        </Subtitle2>
        {badge}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {lead ? <Text className={styles.lead}>{lead}</Text> : null}
      {children}
    </section>
  )
}
