import type { SiteMapPage } from '../../shell/site-map.tsx'

/** Tables and their columns. */
export const dataPages: readonly SiteMapPage[] = []
