import { applyDifference, type Configuration } from '@unified-routing/routing'
import { readConfigurationChanges, readSnapshot, readVersionNumber } from '../store/configuration-versions.ts'
import type { Store } from '../store/store.ts'

/** A version with its content, and when that was last stored whole. */
export interface ReadVersion {
  readonly version: number
  readonly document: Configuration
  readonly snapshotVersion: number
}

/** Reads a version of the configuration, or (`version` null) the latest: the last whole document and what changed since.
 * Null: there is none. */
export async function readVersion(
  store: Store,
  { organizationId, version: asked }: { readonly organizationId: string; readonly version: number | null },
): Promise<ReadVersion | null> {
  const version = await readVersionNumber(store, { organizationId, version: asked })
  if (version === null) return null
  const snapshot = await readSnapshot(store, { organizationId, upTo: version })
  if (snapshot === null) return null
  const changes = await readConfigurationChanges(store, { organizationId, after: snapshot.version, upTo: version })
  let document: Configuration = snapshot.document
  for (const made of Map.groupBy(changes, (change) => change.version).values()) {
    document = { ...document, ...applyDifference(document, made) }
  }
  return { version, document, snapshotVersion: snapshot.version }
}
