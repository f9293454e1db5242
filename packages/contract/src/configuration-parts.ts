import type { ListName } from '@unified-routing/routing'
import { z } from 'zod'
import { count, text } from './values.ts'

/** Table and id of a row with a blank between them. */
const ROW_NAME_LENGTH_MAX = 400

const lists: Readonly<Record<ListName, ListName>> = {
  tables: 'tables',
  rows: 'rows',
  skillTypes: 'skillTypes',
  ratingModels: 'ratingModels',
  skills: 'skills',
  capacityProfiles: 'capacityProfiles',
  presences: 'presences',
  operatingHours: 'operatingHours',
  customRoles: 'customRoles',
  representatives: 'representatives',
  userGroups: 'userGroups',
  queues: 'queues',
  workstreams: 'workstreams',
  recordTypes: 'recordTypes',
  preferredRepresentatives: 'preferredRepresentatives',
  playbooks: 'playbooks',
}

const NOTE_LENGTH_MAX = 500

/** Why a version was made, in the words of whoever made it. */
export const note = z.string().max(NOTE_LENGTH_MAX)

export const listName = z.enum(lists).describe('A list of the configuration document')
export const rowName = z
  .string()
  .min(1)
  .max(ROW_NAME_LENGTH_MAX)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must not hold control characters')
  .describe(
    'The name of a row. Rows of tables: table and id with a blank between; record types: the table; preferred representatives: the contact',
  )
  .meta({ examples: ['Billing'] })

/** One row that names another. */
export const dependent = z.strictObject({
  list: listName,
  name: rowName,
  /** Inside that row. */
  path: z.string().max(2000),
  words: text,
  /** Whether `alsoRemoveReferences` takes the name out of it. */
  canGo: z.boolean(),
})
export type Dependent = z.output<typeof dependent>

/** A row that somebody else changed since `basedOn`; null: there is or was none. */
export const conflictingRow = z.strictObject({
  /** Which of the changes meets it. */
  change: count,
  /** `organization` for its settings; then `name` is the key. */
  list: z.union([listName, z.literal('organization')]),
  name: rowName,
  base: z.unknown(),
  theirs: z.unknown(),
  changedBy: text.nullable(),
  changedAt: z.iso.datetime().nullable(),
})
export type ConflictingRow = z.output<typeof conflictingRow>
