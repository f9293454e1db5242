import type { ConfigurationVersionView } from '@unified-routing/contract'

/** What a version is, in a few words. */
export function kindText({ kind, restoredVersion }: ConfigurationVersionView): string {
  if (kind === 'restore') return `Back to version ${restoredVersion ?? ''}`
  return kind === 'replace' ? 'Document replaced' : 'Rows changed'
}

/** ": 2 added, 1 changed"; nothing for versions whose changes were not counted. */
export function countsText({ counts }: ConfigurationVersionView): string {
  if (counts === null) return ''
  const parts = [
    ...(counts.added > 0 ? [`${counts.added} added`] : []),
    ...(counts.changed > 0 ? [`${counts.changed} changed`] : []),
    ...(counts.removed > 0 ? [`${counts.removed} removed`] : []),
  ]
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}
