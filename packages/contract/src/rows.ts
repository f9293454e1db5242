import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import {
  count,
  cursor,
  id,
  instant,
  limit,
  list,
  NAME_LENGTH_MAX,
  name,
  page,
  several,
  text,
  values,
} from './values.ts'
import { workItemView } from './work-item.ts'

const group = 'Tables and rows'

const columnView = z
  .strictObject({
    name,
    type: z.enum(['text', 'integer', 'decimal', 'boolean', 'dateTime', 'choice', 'lookup']),
    choices: list(name).nullable(),
    /** Lookups: the table they point to. */
    target: name.nullable(),
    required: z.boolean(),
  })
  .meta({ id: 'Column' })

export const tableView = z
  .strictObject({
    name,
    displayName: name,
    columns: list(columnView),
    /** Rows of it may be routed to queues. */
    queueEnabled: z.boolean(),
    /** Rows created through the API are routed at once. */
    routeOnCreate: z.boolean(),
  })
  .meta({ id: 'Table' })
export type TableView = z.output<typeof tableView>

export const rowView = z
  .strictObject({
    table: name,
    id,
    values,
    /** False once resolved, cancelled or deactivated. */
    active: z.boolean(),
    version: count,
    /** Where it belongs: who sees it follows from that. */
    businessUnit: name,
    createdAt: instant,
    changedAt: instant,
    /** The open work item of the row; null when it is not being routed or worked. */
    workItem: id.nullable(),
  })
  .meta({ id: 'Row' })
export type RowView = z.output<typeof rowView>

const savedAndRouted = z
  .strictObject({
    row: rowView,
    /** Null: no intake rule matched, so the row was saved and not routed. */
    workItem: workItemView.nullable(),
    /** Why a row that could be routed was only saved: unified routing is off, or its licence is missing. */
    notRouted: z.strictObject({ reason: z.enum(['routingOff', 'notLicensed']), message: text }).nullable(),
  })
  .meta({ id: 'SavedAndRouted' })

const table = z.strictObject({ table: name })
const row = z.strictObject({ table: name, id })

const filter = z
  .string()
  .min(1)
  .max(1000)
  .regex(
    /^[^:]+:(?:eq|ne|gt|ge|lt|le|contains|beginsWith|in|hasData|noData)(?::[\s\S]*)?$/,
    'must be column:operator:value',
  )

/** `filter` grammar: column:operator:value, several filters are all to hold; `in` takes values parted by "|". */
const rowListQuery = z.strictObject({
  filter: several(filter, 10).meta({
    description:
      'column:operator:value, up to 10 times, all must hold. Operators: eq ne gt ge lt le contains beginsWith, in ' +
      '(values parted by "|"), hasData and noData (no value). Columns: those of the table, and id, active, createdAt, changedAt.',
    examples: [['priority:eq:High', 'createdAt:ge:2026-01-01T00:00:00Z']],
  }),
  sort: z
    .string()
    .max(NAME_LENGTH_MAX + 1)
    .regex(/^-?[^\p{Cc}\p{Cs}]+$/u, 'must be a column, with - before it for descending order')
    .optional()
    .meta({
      description: 'A column; a minus before it for descending order. Default -createdAt',
      examples: ['-createdAt'],
    }),
  limit,
  cursor,
})

export const listTables = operation({
  id: 'listTables',
  group,
  method: 'GET',
  path: `${apiBase}/tables`,
  summary: 'List the tables and their columns',
  audience: 'seeOrganization',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(tableView) }),
  replyStatus: 200,
  errors: [],
})

export const getTable = operation({
  id: 'getTable',
  group,
  method: 'GET',
  path: `${apiBase}/tables/{table}`,
  summary: 'Read one table with its columns',
  audience: 'seeOrganization',
  params: table,
  query: noQuery,
  body: noBody,
  reply: tableView,
  replyStatus: 200,
  errors: ['notFound'],
})

export const listRows = operation({
  id: 'listRows',
  group,
  method: 'GET',
  path: `${apiBase}/tables/{table}/rows`,
  summary: 'List rows, filtered and sorted',
  audience: 'seeOwnWork',
  params: table,
  query: rowListQuery,
  body: noBody,
  reply: page(rowView),
  replyStatus: 200,
  errors: ['notFound'],
})

export const createRow = operation({
  id: 'createRow',
  group,
  method: 'POST',
  path: `${apiBase}/tables/{table}/rows`,
  summary: 'Create a row',
  description:
    'Routed at once when `route` is true, or when it is absent and the record type says so. ' +
    'It belongs to the business unit that it names, else to that of whoever creates it.',
  audience: 'editRows',
  params: table,
  query: noQuery,
  body: z.strictObject({ id: id.optional(), values, route: z.boolean().optional(), businessUnit: name.optional() }),
  reply: savedAndRouted,
  replyStatus: 201,
  errors: ['notFound', 'refused', 'keyReused'],
  example: { values: { title: 'Invoice 7731 charged twice', priority: 'High' } },
})

export const getRow = operation({
  id: 'getRow',
  group,
  method: 'GET',
  path: `${apiBase}/tables/{table}/rows/{id}`,
  summary: 'Read one row',
  audience: 'seeOwnWork',
  params: row,
  query: noQuery,
  body: noBody,
  reply: rowView,
  replyStatus: 200,
  version: 'read',
  errors: ['notFound'],
})

export const updateRow = operation({
  id: 'updateRow',
  group,
  method: 'PATCH',
  path: `${apiBase}/tables/{table}/rows/{id}`,
  summary: 'Change values of a row',
  description: 'Values are merged; null clears a column. A business unit moves the row there, with its open work item.',
  audience: 'editRows',
  params: row,
  query: noQuery,
  body: z.strictObject({ values, businessUnit: name.optional() }),
  reply: rowView,
  replyStatus: 200,
  version: 'may',
  errors: ['notFound', 'conflict', 'refused'],
  example: { values: { priority: 'Low' } },
})

export const deleteRow = operation({
  id: 'deleteRow',
  group,
  method: 'DELETE',
  path: `${apiBase}/tables/{table}/rows/{id}`,
  summary: 'Delete a row and close its work item',
  audience: 'deleteRows',
  params: row,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound', 'refused'],
})

export const saveAndRoute = operation({
  id: 'saveAndRoute',
  group,
  method: 'POST',
  path: `${apiBase}/tables/{table}/rows/{id}/route`,
  summary: 'Save and route a record',
  description: 'Saves the values, if any, then routes the record; one that is already routed is routed again.',
  audience: 'editRows',
  params: row,
  query: noQuery,
  body: z.strictObject({ values: values.optional() }),
  reply: savedAndRouted,
  replyStatus: 200,
  version: 'may',
  errors: ['notFound', 'conflict', 'refused', 'keyReused'],
  example: { values: { priority: 'High' } },
})

export const completeRow = operation({
  id: 'completeRow',
  group,
  method: 'POST',
  path: `${apiBase}/tables/{table}/rows/{id}/complete`,
  summary: 'Resolve a record and close its work item',
  audience: 'editRows',
  params: row,
  query: noQuery,
  body: noBody,
  reply: rowView,
  replyStatus: 200,
  errors: ['notFound', 'refused', 'keyReused'],
})
