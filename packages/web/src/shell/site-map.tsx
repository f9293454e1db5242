import { useArrowNavigationGroup } from '@fluentui/react-components'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { SessionView } from '@unified-routing/contract'
import { type ReactNode, useId } from 'react'
import styles from './site-map.module.css'

export interface SiteMapPage {
  readonly title: string
  readonly icon: ReactNode
  readonly link: LinkProps
  /** Absent: for everybody who has the application. */
  readonly isFor?: (session: SessionView) => boolean
}

/** Pages of one subject; `title` null: they need no heading. */
export interface SiteMapGroup {
  readonly title: string | null
  readonly pages: readonly SiteMapPage[]
}

export interface SiteMapProps {
  readonly label: string
  readonly groups: readonly SiteMapGroup[]
  readonly onNavigate?: () => void
}

/** The pages of the present application: one stop of the Tab key, walked with the arrow keys. */
export function SiteMap({ label, groups, onNavigate }: SiteMapProps) {
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true })
  return (
    <nav aria-label={label} className={styles.nav} {...arrows}>
      {groups.map((group) => (
        <Group key={group.title} group={group} {...(onNavigate ? { onNavigate } : {})} />
      ))}
    </nav>
  )
}

function Group({ group, onNavigate }: { readonly group: SiteMapGroup; readonly onNavigate?: () => void }) {
  const headingId = useId()
  return (
    <div className={styles.group}>
      {group.title === null ? null : (
        <span id={headingId} className={styles.heading}>
          {group.title}
        </span>
      )}
      <ul className={styles.list} {...(group.title === null ? {} : { 'aria-labelledby': headingId })}>
        {group.pages.map((page) => (
          <li key={page.title}>
            <Link
              className={styles.link}
              activeProps={{ className: styles.active ?? '' }}
              {...page.link}
              onClick={onNavigate}
            >
              <span className={styles.icon} aria-hidden="true">
                {page.icon}
              </span>
              {page.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
