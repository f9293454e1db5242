import type { NounPages } from '../frame/noun-pages.tsx'

/** Every noun with pages of the frame, by the last part of its address; each in a chunk of its own. */
export const nouns: Readonly<Record<string, () => Promise<NounPages>>> = {
  skills: () => import('./skills.tsx').then(({ skillPages }) => skillPages),
}
