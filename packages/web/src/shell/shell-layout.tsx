import { Button, OverlayDrawer, Tooltip } from '@fluentui/react-components'
import { NavigationRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import { MAIN_ID } from './main-id.ts'
import styles from './shell-layout.module.css'
import { SiteMap, type SiteMapGroup } from './site-map.tsx'
import { SkipLink } from './skip-link.tsx'

export interface ShellLayoutProps {
  readonly siteMapLabel: string
  readonly siteMap: readonly SiteMapGroup[]
  readonly start: ReactNode
  readonly end: ReactNode
  readonly notice: ReactNode
  readonly children: ReactNode
}

/** Top bar, site map and page. Where space is narrow, the site map comes out of the side on demand. */
export function ShellLayout({ siteMapLabel, siteMap, start, end, notice, children }: ShellLayoutProps) {
  const [isMapOpen, setMapOpen] = useState(false)
  const hasMap = siteMap.some(({ pages }) => pages.length > 1) || siteMap.length > 1
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.bar}>
        {hasMap ? <MapButton onClick={() => setMapOpen(true)} /> : null}
        {start}
        <div className={styles.end}>{end}</div>
      </header>
      {notice}
      <div className={styles.middle}>
        {hasMap ? (
          <div className={styles.map}>
            <SiteMap label={siteMapLabel} groups={siteMap} />
          </div>
        ) : null}
        <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <OverlayDrawer open={isMapOpen} onOpenChange={(_, { open }) => setMapOpen(open)} aria-label="Site map">
        <SiteMap label={siteMapLabel} groups={siteMap} onNavigate={() => setMapOpen(false)} />
      </OverlayDrawer>
    </div>
  )
}

function MapButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <div className={styles.mapButton}>
      <Tooltip content="Site map" relationship="label">
        <Button appearance="transparent" icon={<NavigationRegular />} onClick={onClick} />
      </Tooltip>
    </div>
  )
}
