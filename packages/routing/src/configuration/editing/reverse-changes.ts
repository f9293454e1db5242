import type { ConfigurationChange } from './change.ts'
import type { RowChange } from './document-difference.ts'

/** The changes that take back what a version changed. Rows that came go first, so that names are free again. */
export function reverseChanges(changes: readonly RowChange[]): readonly ConfigurationChange[] {
  return [...changes].sort((left, right) => rank(left) - rank(right)).flatMap(reversed)
}

function rank({ name, before, formerName }: RowChange): number {
  if (name === null) return 3
  if (before === null) return 0
  return formerName === null ? 2 : 1
}

function reversed({ list, name, formerName, before, after }: RowChange): ConfigurationChange[] {
  if (list === 'organization') return name === null ? [] : [{ organization: { [name]: before } }]
  if (name === null) return Array.isArray(before) ? [{ list, order: before }] : []
  if (before === null) return [{ list, name, remove: true }]
  if (formerName !== null) return [{ list, name, rename: formerName, row: before }]
  return [{ list, name, row: before, create: after === null }]
}
