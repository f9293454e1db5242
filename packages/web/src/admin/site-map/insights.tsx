import type { SiteMapPage } from '../../shell/site-map.tsx'

/** What shows how routing does. */
export const insightPages: readonly SiteMapPage[] = []
