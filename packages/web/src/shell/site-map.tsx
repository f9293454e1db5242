import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './site-map.module.css'

export interface SiteMapPage {
  readonly title: string
  readonly icon: ReactNode
  readonly link: LinkProps
}

export interface SiteMapProps {
  readonly label: string
  readonly pages: readonly SiteMapPage[]
  readonly onNavigate?: () => void
}

/** The pages of the present application. */
export function SiteMap({ label, pages, onNavigate }: SiteMapProps) {
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul className={styles.list}>
        {pages.map((page) => (
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
    </nav>
  )
}
