import type { SiteMapPage } from '../../shell/site-map.tsx'

/** Above the groups, without a heading. */
export const homePages: readonly SiteMapPage[] = []
