import { z } from 'zod'
import { apiBase, noBody, noQuery, noReply, operation } from './operation.ts'
import { settingKindNames, settingKinds } from './setting-kinds.ts'
import { count, id, instant, list, text } from './values.ts'

const group = 'Settings'

/** Most characters of a secret. */
export const SECRET_LENGTH_MAX = 4_000
const SETTINGS_MAX = 10_000

const kind = z.enum(settingKindNames)
const ofKind = z.strictObject({ kind })
const ofOne = z.strictObject({ kind, name: id })
const key = z.string().min(1).max(100)
/** As the schema of the kind wants it. */
const value = z.record(key, z.unknown())

export const settingView = z
  .strictObject({
    kind,
    /** For links, logs and programs; it stays. People go by the title in the value. */
    name: id,
    /** Counts its changes, from 1. */
    version: count,
    value,
    /** For each secret of the kind: whether it is set. What it is, nobody can read. */
    secrets: z.record(key, z.boolean()),
    changedAt: instant,
    changedBy: text,
  })
  .meta({ id: 'Setting' })
export type SettingView = z.output<typeof settingView>

export const listSettings = operation({
  id: 'listSettings',
  group,
  method: 'GET',
  path: `${apiBase}/settings/{kind}`,
  summary: 'List the settings of a kind, by title',
  description: 'Each kind may ask for more than this operation does.',
  audience: 'seeOrganization',
  params: ofKind,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(settingView, SETTINGS_MAX) }),
  replyStatus: 200,
  errors: [],
})

export const getSetting = operation({
  id: 'getSetting',
  group,
  method: 'GET',
  path: `${apiBase}/settings/{kind}/{name}`,
  summary: 'Read a setting',
  audience: 'seeOrganization',
  params: ofOne,
  query: noQuery,
  body: noBody,
  reply: settingView,
  replyStatus: 200,
  version: 'read',
  errors: ['notFound'],
})

export const saveSetting = operation({
  id: 'saveSetting',
  group,
  method: 'PUT',
  path: `${apiBase}/settings/{kind}/{name}`,
  summary: 'Add a setting, or change it',
  description:
    'Without `If-Match` it is added; with the version you have read it is changed. A secret that is not sent stays, one that is null goes. Who may do it is up to the kind.',
  audience: 'seeOrganization',
  params: ofOne,
  query: noQuery,
  body: z.strictObject({
    value,
    secrets: z.record(key, z.string().min(1).max(SECRET_LENGTH_MAX).nullable()).optional(),
  }),
  reply: settingView,
  replyStatus: 200,
  version: 'may',
  errors: ['notFound', 'refused', 'conflict'],
  example: { value: settingKinds.quickReply.example },
})

export const deleteSetting = operation({
  id: 'deleteSetting',
  group,
  method: 'DELETE',
  path: `${apiBase}/settings/{kind}/{name}`,
  summary: 'Delete a setting, its secrets with it',
  description: 'Who may do it is up to the kind.',
  audience: 'seeOrganization',
  params: ofOne,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  version: 'must',
  errors: ['notFound', 'conflict'],
})
