import { z } from 'zod'
import { rowDifference } from './audit.ts'
import { changedConfiguration } from './configuration-changes.ts'
import { note } from './configuration-parts.ts'
import { apiBase, noBody, noQuery, operation } from './operation.ts'
import { count, cursor, instant, limit, list, page, text } from './values.ts'

const group = 'Configuration'

const versionNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/, 'must be the number of a version')
  .meta({ examples: ['7'] })
const params = z.strictObject({ version: versionNumber })
const base = `${apiBase}/configuration/versions`

const configurationVersion = z
  .strictObject({
    version: count,
    at: instant,
    /** Null: the server itself. */
    by: text.nullable(),
    /** Rows were changed, the whole document replaced, or an older version brought back. */
    kind: z.enum(['change', 'replace', 'restore']),
    note: note.nullable(),
    /** restore: the version whose content this is. */
    restoredVersion: count.nullable(),
    /** Rows and settings; null: of a version of before they were counted. */
    counts: z.strictObject({ added: count, changed: count, removed: count }).nullable(),
  })
  .meta({ id: 'ConfigurationVersion' })
export type ConfigurationVersionView = z.output<typeof configurationVersion>

export const listConfigurationVersions = operation({
  id: 'listConfigurationVersions',
  group,
  method: 'GET',
  path: base,
  summary: 'List the versions of the configuration, newest first',
  audience: 'seeConfiguration',
  params: z.strictObject({}),
  query: z.strictObject({ limit, cursor }),
  body: noBody,
  reply: page(configurationVersion),
  replyStatus: 200,
  errors: [],
})

export const getConfigurationVersion = operation({
  id: 'getConfigurationVersion',
  group,
  method: 'GET',
  path: `${base}/{version}`,
  summary: 'Read a version of the configuration with its document',
  audience: 'seeConfiguration',
  params,
  query: noQuery,
  body: noBody,
  reply: configurationVersion.extend({ document: z.record(z.string().max(100), z.unknown()) }),
  replyStatus: 200,
  errors: ['notFound'],
})

export const getConfigurationDifference = operation({
  id: 'getConfigurationDifference',
  group,
  method: 'GET',
  path: `${base}/{version}/difference`,
  summary: 'Tell how a version differs from another, row by row and field by field',
  audience: 'seeConfiguration',
  params,
  query: z.strictObject({ from: versionNumber.optional().describe('The version before when absent') }),
  body: noBody,
  reply: z.strictObject({ from: count, to: count, difference: list(rowDifference, 100_000) }),
  replyStatus: 200,
  errors: ['notFound'],
})

const restoring = z.strictObject({
  /** The version in force that the caller has seen; another one is a conflict. */
  basedOn: count,
  note: note.optional(),
})

export const restoreConfigurationVersion = operation({
  id: 'restoreConfigurationVersion',
  group,
  method: 'POST',
  path: `${base}/{version}/restore`,
  summary: 'Bring back the content of an older version, as a new version',
  audience: 'editConfiguration',
  params,
  query: noQuery,
  body: restoring,
  reply: changedConfiguration,
  replyStatus: 200,
  errors: ['notFound', 'conflict', 'refused'],
  example: { basedOn: 8, note: 'Back to before the holidays' },
})

export const undoConfigurationVersion = operation({
  id: 'undoConfigurationVersion',
  group,
  method: 'POST',
  path: `${base}/{version}/undo`,
  summary: 'Take back what one version changed, and keep what came after it',
  description: 'A row that was changed again since is a `conflict`, as with changes of rows.',
  audience: 'editRepresentatives',
  params,
  query: noQuery,
  body: z.strictObject({ note: note.optional() }),
  reply: changedConfiguration,
  replyStatus: 200,
  errors: ['notFound', 'conflict', 'refused'],
  example: {},
})
