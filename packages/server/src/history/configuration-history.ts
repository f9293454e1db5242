import type { Configuration, Renaming } from '@unified-routing/routing'
import {
  listVersions,
  readConfigurationChanges,
  readLastChanges,
  readRenamings,
  readVersionFacts,
  readVersionsAt,
  type VersionChange,
  type VersionFacts,
} from '../store/configuration-versions.ts'
import type { Store } from '../store/store.ts'
import { readVersion } from './read-version.ts'

/** The versions of the configuration that were in force, with what changed between them. */
export interface ConfigurationHistory {
  /** Newest first; `before` null: from the newest. */
  list(query: { readonly before: number | null; readonly limit: number }): Promise<readonly VersionFacts[]>
  /** Null: there is no such version. */
  facts(version: number): Promise<VersionFacts | null>
  document(version: number): Promise<Configuration | null>
  /** What made one version of the version before it. */
  changesOf(version: number): Promise<readonly VersionChange[]>
  /** The version in force at each of some places of the journal. */
  versionsAt(sequences: readonly number[]): Promise<ReadonlyMap<number, number>>
  /** How rows of one version are called in a later one, where that is another name. */
  renamings(range: { readonly after: number; readonly upTo: number }): Promise<readonly Renaming[]>
  /** Who changed each of some rows last since a version, and when. */
  lastChanges(query: {
    readonly after: number
    readonly rows: readonly { readonly list: string; readonly name: string }[]
  }): Promise<readonly { list: string; name: string; version: number; at: number; by: string | null }[]>
}

export function createConfigurationHistory(store: Store, organizationId: string): ConfigurationHistory {
  return {
    list: (query) => listVersions(store, { organizationId, ...query }),
    facts: (version) => readVersionFacts(store, { organizationId, version }),
    document: async (version) => (await readVersion(store, { organizationId, version }))?.document ?? null,
    changesOf: (version) => readConfigurationChanges(store, { organizationId, after: version - 1, upTo: version }),
    versionsAt: async (sequences) =>
      new Map((await readVersionsAt(store, { organizationId, sequences })).map((at) => [at.sequence, at.version])),
    renamings: async (range) => chained(await readRenamings(store, { organizationId, ...range })),
    lastChanges: (query) => readLastChanges(store, { organizationId, ...query }),
  }
}

/** Renamings one after the other as one step: who was A, then B, then C, was A and is C. */
function chained(renamings: readonly Renaming[]): Renaming[] {
  const firstNames = new Map<string, Renaming>()
  for (const { list, from, to } of renamings) {
    const before = firstNames.get(`${list} ${from}`)
    firstNames.delete(`${list} ${from}`)
    firstNames.set(`${list} ${to}`, { list, from: before?.from ?? from, to })
  }
  return [...firstNames.values()].filter(({ from, to }) => from !== to)
}
