import { defaultSignInSettings, type Role, roles } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestReply } from './testing/test-app.ts'
import { people } from './testing/test-configuration.ts'

let app: TestApp
let chat: string
beforeAll(async () => {
  app = await startTestApp()
  const started = await app.call('CSR Manager', 'POST', '/api/v1/conversations', {
    body: { workstream: 'Website chat', customer: 'contact-1', context: { topic: 'Delivery' }, text: 'Hello' },
  })
  chat = started.body.id
})
afterAll(() => app.stop())

const everybody = roles
const administrators: readonly Role[] = ['System Administrator', 'CSR Manager', 'Omnichannel Administrator']
const supervisors: readonly Role[] = ['System Administrator', 'CSR Manager', 'Omnichannel Supervisor']
const administratorsAndSupervisors: readonly Role[] = [...administrators, 'Omnichannel Supervisor']
const systemAdministrator: readonly Role[] = ['System Administrator']

type Change = (document: Mutable<Configuration>, mark: string) => void
type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T
type Trial = (role: Role) => Promise<TestReply>

let marks = 0

/** Tries a change of the document that no earlier trial has made. */
function configuring(change: Change): Trial {
  return async (role) => {
    const read = await app.call('System Administrator', 'GET', '/api/v1/configuration')
    marks++
    change(read.body, String(marks))
    const headers = { 'if-match': String(read.headers.etag) }
    return app.call(role, 'PUT', '/api/v1/configuration', { body: read.body, headers })
  }
}

function cara(document: Mutable<Configuration>) {
  const found = document.representatives?.find(({ name }) => name === 'cara')
  if (found === undefined) throw new Error('no cara')
  return found
}

function asking(method: string, url: () => string, body?: () => unknown): Trial {
  return (role) => app.call(role, method, url(), body === undefined ? {} : { body: body() })
}

/** The matrix of the field, by hand: what is written here is what the product must do, whatever its tables say. */
const matrix: readonly (readonly [privilege: string, allowed: readonly Role[], trial: Trial])[] = [
  ['view the list of users', everybody, asking('GET', () => '/api/v1/representatives')],
  ['view the list of presences and workstreams', everybody, asking('GET', () => '/api/v1/organization')],
  ['view the list of queues', everybody, asking('GET', () => '/api/v1/queues')],
  [
    'edit roles of a user',
    systemAdministrator,
    configuring((document) => {
      const isBoth = cara(document).roles?.length === 2
      cara(document).roles = ['Customer Service Representative', ...(isBoth ? [] : ['Omnichannel Agent'])]
    }),
  ],
  [
    'edit the e-mail address, which is who a user is',
    systemAdministrator,
    configuring((document, mark) => {
      cara(document).email = `cara-${mark}@example.com`
    }),
  ],
  [
    'add a user mightier than oneself',
    systemAdministrator,
    configuring((document, mark) => {
      document.representatives?.push({ name: `new-${mark}`, roles: ['System Administrator'] })
    }),
  ],
  [
    'add a representative',
    administrators,
    configuring((document, mark) => {
      document.representatives?.push({ name: `new-${mark}` })
    }),
  ],
  [
    'edit default capacity of a user',
    administratorsAndSupervisors,
    configuring((document, mark) => {
      cara(document).units = Number(mark)
    }),
  ],
  [
    'edit default presence of a user',
    administratorsAndSupervisors,
    configuring((document) => {
      cara(document).defaultPresence = cara(document).defaultPresence === 'Busy' ? 'Available' : 'Busy'
    }),
  ],
  [
    'add and remove representatives of a queue',
    administratorsAndSupervisors,
    configuring((document) => {
      const other = document.queues?.find(({ name }) => name === 'Other')
      if (other) other.members = other.members?.includes('cara') ? ['chris'] : ['chris', 'cara']
    }),
  ],
  [
    'add a presence',
    administrators,
    configuring((document, mark) => {
      document.presences = [...(document.presences ?? []), { name: `Lunch ${mark}`, base: 'Away' }]
    }),
  ],
  [
    'add a queue',
    administrators,
    configuring((document, mark) => {
      document.queues?.push({ name: `Queue ${mark}`, type: 'record' })
    }),
  ],
  [
    'change the priority of a queue',
    administrators,
    configuring((document, mark) => {
      const other = document.queues?.find(({ name }) => name === 'Other')
      if (other) other.priority = Number(mark)
    }),
  ],
  [
    'change the settings of a workstream',
    administrators,
    configuring((document, mark) => {
      const cases = document.workstreams?.find(({ name }) => name === 'Cases')
      if (cases) cases.capacity = { units: Number(mark) }
    }),
  ],
  [
    'change routing rules',
    administrators,
    configuring((document, mark) => {
      const rule = document.recordTypes?.[0]?.intakeRules[0]
      if (rule) rule.name = `All ${mark}`
    }),
  ],
  [
    'add operating hours',
    administrators,
    configuring((document, mark) => {
      const hours = { name: `Hours ${mark}`, hours: [{ days: ['MO' as const], start: '09:00', end: '17:00' }] }
      document.operatingHours = [...(document.operatingHours ?? []), hours]
    }),
  ],
  ['view operating hours', administratorsAndSupervisors, asking('GET', () => '/api/v1/configuration')],
  ['read the authentication settings', administrators, asking('GET', () => '/api/v1/sign-in/settings')],
  [
    'edit the authentication settings',
    administrators,
    asking(
      'PUT',
      () => '/api/v1/sign-in/settings',
      () => ({ ...defaultSignInSettings, failuresMax: 6 }),
    ),
  ],
  [
    'invite people',
    systemAdministrator,
    asking(
      'POST',
      () => '/api/v1/invitations',
      () => ({ email: 'new@example.com', name: 'New', roles: ['Omnichannel Agent'] }),
    ),
  ],
  ['see who is locked out', systemAdministrator, asking('GET', () => '/api/v1/sign-in/lock-outs')],
  [
    'create API keys',
    systemAdministrator,
    asking(
      'POST',
      () => '/api/v1/api-keys',
      () => ({ name: 'Key', roles: ['CSR Manager'] }),
    ),
  ],
  ['read the audit log', ['System Administrator', 'CSR Manager'], asking('GET', () => '/api/v1/audit')],
  ['set the presence of others', supervisors, asking('POST', () => '/api/v1/representatives/chris/presence/reset')],
  [
    'assign conversations',
    supervisors,
    asking(
      'POST',
      () => `/api/v1/work-items/${chat}/assign`,
      () => ({ queue: 'Chats' }),
    ),
  ],
  [
    'transfer conversations of others',
    supervisors,
    asking(
      'POST',
      () => `/api/v1/work-items/${chat}/transfer-to-queue`,
      () => ({ queue: 'Chats' }),
    ),
  ],
]

describe.each(matrix)('%s', (_privilege, allowed, trial) => {
  test.each(roles)('as %s', async (role) => {
    const reply = await trial(role)
    if (allowed.includes(role)) expect(reply.status, reply.text).not.toBe(403)
    else expect(['forbidden', 'notFound'], reply.text).toContain(reply.body?.code)
    expect(reply.status, reply.text).toBeLessThan(500)
    if (allowed.includes(role)) expect(reply.status === 409 || reply.status < 300, reply.text).toBe(true)
  })
})

test('a change beyond the roles names each part and changes nothing', async () => {
  const read = await app.call('Omnichannel Supervisor', 'GET', '/api/v1/configuration')
  const headers = { 'if-match': String(read.headers.etag) }
  const body = { ...read.body, skillTypes: ['Language'], presences: [{ name: 'Training', base: 'Away' }] }
  const reply = await app.call('Omnichannel Supervisor', 'PUT', '/api/v1/configuration', { body, headers })
  expect(reply.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['presences', 'skillTypes'])
  const after = await app.call('Omnichannel Supervisor', 'GET', '/api/v1/configuration')
  expect(after.headers.etag).toBe(read.headers.etag)
})

test('everybody whose roles are tried is somebody of the test organization', () => {
  expect(Object.keys(people).sort()).toEqual([...roles].sort())
})
