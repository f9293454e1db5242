import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { basePresence } from './representative.ts'
import { count, list, name, text } from './values.ts'
import { channel } from './work-item.ts'

const group = 'Organization'

/** What every signed-in page needs to know: names to choose from, and whether routing is on. */
export const organizationView = z
  .strictObject({
    id: name,
    name: text,
    timeZone: name,
    routingEnabled: z.boolean(),
    configurationVersion: count,
    /** `follower`: another server routes; this one reads. */
    role: z.enum(['starting', 'leader', 'follower', 'stopped']),
    /** Open sessions of one person; at this number they get no more work. */
    sessionLimit: count,
    /** `selectable` false: only the system sets it. */
    presences: list(z.strictObject({ name, base: basePresence, text, selectable: z.boolean() })),
    workstreams: list(
      z.strictObject({
        name,
        type: z.enum(['messaging', 'record', 'voice']),
        channel,
        table: name.nullable(),
        distribution: z.enum(['push', 'pick']),
        selectFromPush: z.boolean(),
        rejectable: z.boolean(),
      }),
    ),
    skills: list(z.strictObject({ name, type: name })),
  })
  .meta({ id: 'Organization' })
export type OrganizationView = z.output<typeof organizationView>

export const getOrganization = operation({
  id: 'getOrganization',
  group,
  method: 'GET',
  path: `${apiBase}/organization`,
  summary: 'Read the organization',
  audience: 'seeOrganization',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: organizationView,
  replyStatus: 200,
  errors: [],
})
