import { z } from 'zod'
import { CONFIGURATION_BYTES_MAX, configurationCheck } from './configuration.ts'
import { dependent, listName, note, rowName } from './configuration-parts.ts'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { count, list } from './values.ts'

const group = 'Configuration'
/** A table of people may name everybody, and every queue they join. */
const CHANGES_MAX = 20_000

/** A row of the document, a skill type as its word; the router's validator judges it. */
const row = z.unknown().describe('The row as it shall be, written as in the document')

const configurationChange = z
  .union([
    z.strictObject({
      list: listName,
      name: rowName,
      remove: z.literal(true),
      alsoRemoveReferences: z.boolean().optional(),
    }),
    z.strictObject({ list: listName, name: rowName, rename: rowName, row: row.optional() }),
    z.strictObject({ list: listName, order: list(rowName) }),
    z.strictObject({ organization: z.record(z.string().min(1).max(100), z.unknown()) }),
    z.strictObject({ list: listName, name: rowName, row, create: z.boolean().optional() }),
  ])
  .describe(
    'One edit: a row as it shall be (`create`: refused when the name is taken), `remove`, `rename`, settings of the organization by key (null: the default), or the order of a list',
  )

/** What became of changes of the configuration. */
export const changedConfiguration = z.strictObject({
  version: count,
  plan: configurationCheck.shape.plan,
  /** Names that `alsoRemoveReferences` took out. */
  removedReferences: list(dependent, 100_000),
  /** What is legal but probably wrong since this change, gravest first. */
  findings: configurationCheck.shape.findings,
})

export const changeConfiguration = operation({
  id: 'changeConfiguration',
  group,
  method: 'POST',
  path: `${apiBase}/configuration/changes`,
  summary: 'Change rows of the configuration; they take effect at once as a new version',
  description:
    'All or nothing. Applied to the present document even when others changed it since `basedOn`, unless a row it touches is no longer what it was then: that is a `conflict`, with both sides in `conflicts`. A row that is still named elsewhere is not removed: `refused`, with `dependents`. The path of each problem begins with the change it lies in, such as `changes[0].row.members[2]`.',
  audience: 'editRepresentatives',
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    /** The version that the caller has seen: the ETag of the document. */
    basedOn: count,
    changes: z.array(configurationChange).min(1).max(CHANGES_MAX).readonly(),
    /** Why, for the history. */
    note: note.optional(),
  }),
  reply: changedConfiguration,
  replyStatus: 200,
  bodyBytesMax: CONFIGURATION_BYTES_MAX,
  errors: ['conflict', 'refused'],
  example: {
    basedOn: 1,
    changes: [{ list: 'queues', name: 'Billing', row: { name: 'Billing', type: 'record', members: [] } }],
    note: 'A queue for billing',
  },
})

export const findDependents = operation({
  id: 'findDependents',
  group,
  method: 'GET',
  path: `${apiBase}/configuration/dependents`,
  summary: 'List what names a row of the configuration',
  audience: 'seeConfiguration',
  params: noParams,
  query: z.strictObject({ list: listName, name: rowName }),
  body: noBody,
  reply: z.strictObject({ items: list(dependent, 100_000), version: count }),
  replyStatus: 200,
  errors: [],
})
