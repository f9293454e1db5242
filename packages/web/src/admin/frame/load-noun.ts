import type { QueryClient } from '@tanstack/react-query'
import { configurationQuery } from '../../data/queries.ts'
import { nouns } from '../nouns/nouns.ts'
import type { NounPages } from './noun-pages.tsx'

/** Reads what the pages of a noun show. Null: there is no such noun. */
export async function loadNoun(path: string, queryClient: QueryClient): Promise<NounPages | null> {
  const load = Object.hasOwn(nouns, path) ? nouns[path] : undefined
  if (load === undefined) return null
  const [pages] = await Promise.all([
    load(),
    queryClient.ensureQueryData({ ...configurationQuery, revalidateIfStale: true }),
  ])
  await pages.load(queryClient)
  return pages
}
