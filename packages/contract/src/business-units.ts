import { z } from 'zod'
import { rootBusinessUnit } from './account.ts'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { count, list, name } from './values.ts'

const group = 'Business units'

/** Most business units of an organization. */
export const BUSINESS_UNITS_MAX = 1_000

const named = z.strictObject({ name })

export const businessUnitView = z
  .strictObject({
    name,
    /** The one that it is directly below; null: it is the root. */
    parent: name.nullable(),
    /** Accounts in it that belong to no representative. */
    accounts: count,
    /** Representatives of the configuration in it. */
    representatives: count,
  })
  .meta({ id: 'BusinessUnit' })
export type BusinessUnitView = z.output<typeof businessUnitView>

export const listBusinessUnits = operation({
  id: 'listBusinessUnits',
  group,
  method: 'GET',
  path: `${apiBase}/business-units`,
  summary: 'List the business units',
  description: `They are a tree below \`${rootBusinessUnit}\`, which is always there.`,
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({
    /** By name; the root is first. */
    items: list(businessUnitView, BUSINESS_UNITS_MAX),
    /** Names that accounts or representatives carry and that no business unit has. */
    missing: list(name, 100_000),
  }),
  replyStatus: 200,
  errors: [],
})

export const createBusinessUnit = operation({
  id: 'createBusinessUnit',
  group,
  method: 'POST',
  path: `${apiBase}/business-units`,
  summary: 'Add a business unit',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ name, parent: name }),
  reply: businessUnitView,
  replyStatus: 201,
  errors: ['refused'],
  example: { name: 'Europe', parent: rootBusinessUnit },
})

export const moveBusinessUnit = operation({
  id: 'moveBusinessUnit',
  group,
  method: 'PATCH',
  path: `${apiBase}/business-units/{name}`,
  summary: 'Put a business unit below another one',
  description: 'All that is below it goes along. The root stays where it is.',
  audience: 'manageAccounts',
  params: named,
  query: noQuery,
  body: z.strictObject({ parent: name }),
  reply: businessUnitView,
  replyStatus: 200,
  errors: ['notFound', 'refused'],
  example: { parent: rootBusinessUnit },
})

export const deleteBusinessUnit = operation({
  id: 'deleteBusinessUnit',
  group,
  method: 'DELETE',
  path: `${apiBase}/business-units/{name}`,
  summary: 'Delete a business unit',
  description:
    'Refused while other business units are below it, or accounts, representatives, rows or open work are in it.',
  audience: 'manageAccounts',
  params: named,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound', 'refused'],
})
