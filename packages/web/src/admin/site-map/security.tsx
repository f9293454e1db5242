import type { SiteMapPage } from '../../shell/site-map.tsx'

/** Who may do what. */
export const securityPages: readonly SiteMapPage[] = []
