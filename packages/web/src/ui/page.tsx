import { Breadcrumb, BreadcrumbDivider, BreadcrumbItem, Text, Title2 } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'
import styles from './page.module.css'

export interface PageProps {
  readonly title: string
  /** Links of the way here, outermost first; the page itself is not among them. */
  readonly trail?: readonly ReactNode[]
  readonly lead?: ReactNode
  /** Shown beside the title: a state, a count. */
  readonly badge?: ReactNode
  readonly commands?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: where am I, what is its state, what can I do. */
export function Page({ title, trail = [], lead, badge, commands, children }: PageProps) {
  return (
    <div className={styles.page}>
      <title>{`${title} - Unified Routing`}</title>
      <header className={styles.header}>
        {trail.length > 0 ? <Trail trail={trail} title={title} /> : null}
        <div className={styles.titleRow}>
          <Title2 as="h1" id="page-title" className={styles.title} tabIndex={-1}>
            {title}
          </Title2>
          {badge}
        </div>
        {lead ? <Text className={styles.lead}>{lead}</Text> : null}
      </header>
      {commands ? <div className={styles.commands}>{commands}</div> : null}
      <div className={styles.body}>{children}</div>
    </div>
  )
}

function Trail({ trail, title }: { readonly trail: readonly ReactNode[]; readonly title: string }) {
  return (
    <Breadcrumb aria-label="Breadcrumb" size="small" className={styles.trail}>
      {trail.map((step, index) => (
        // A trail never changes its order, so the index names the step.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={index}>
          <BreadcrumbItem>{step}</BreadcrumbItem>
          <BreadcrumbDivider />
        </Fragment>
      ))}
      <BreadcrumbItem>
        <span className={styles.here} aria-current="page">
          {title}
        </span>
      </BreadcrumbItem>
    </Breadcrumb>
  )
}
