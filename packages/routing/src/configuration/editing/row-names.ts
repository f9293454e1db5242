import type { Configuration } from '../document.ts'
import { isRecord, own } from '../unknown-record.ts'

/** A list of the document. */
export type ListName = Exclude<keyof Configuration, 'version' | 'organization'>

/** What identifies a row of each list; skill types are the words themselves. */
export const naturalKeys: Readonly<Record<ListName, readonly string[]>> = {
  tables: ['name'],
  rows: ['table', 'id'],
  skillTypes: [],
  ratingModels: ['name'],
  skills: ['name'],
  capacityProfiles: ['name'],
  presences: ['name'],
  operatingHours: ['name'],
  customRoles: ['name'],
  representatives: ['name'],
  userGroups: ['name'],
  queues: ['name'],
  workstreams: ['name'],
  recordTypes: ['table'],
  preferredRepresentatives: ['contact'],
  playbooks: ['name'],
}

/** What one row of each list is called in a sentence. */
export const rowNouns: Readonly<Record<ListName, string>> = {
  tables: 'table',
  rows: 'row',
  skillTypes: 'skill type',
  ratingModels: 'rating model',
  skills: 'skill',
  capacityProfiles: 'capacity profile',
  presences: 'presence',
  operatingHours: 'operating hours',
  customRoles: 'custom role',
  representatives: 'representative',
  userGroups: 'user group',
  queues: 'queue',
  workstreams: 'workstream',
  recordTypes: 'record type',
  preferredRepresentatives: 'preferred representatives of contact',
  playbooks: 'playbook',
}

export function isListName(key: string): key is ListName {
  return Object.hasOwn(naturalKeys, key)
}

/** What a row is called among those of its list, "Billing" or, for rows of tables, "contact c-1"; null when it does not
 * say. */
export function rowName(list: ListName, row: unknown): string | null {
  if (list === 'skillTypes') return typeof row === 'string' ? row : null
  if (!isRecord(row)) return null
  const parts = naturalKeys[list].map((key) => own(row, key))
  return parts.every((part) => typeof part === 'string') ? parts.join(' ') : null
}
