import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, expect, inject, test } from 'vitest'
import { signIn, startTestApp, type TestApp, testPassword } from '../http/testing/test-app.ts'
import { testConfiguration } from '../http/testing/test-configuration.ts'
import { migrate } from './migrate.ts'
import { migration as foundation } from './migrations/0001-foundation.ts'
import { migration as signInTables } from './migrations/0100-sign-in.ts'
import { openStore, type Store } from './store.ts'

const DAY = Date.UTC(2026, 0, 5, 9)
let app: TestApp | null = null
afterAll(() => app?.stop())

test('an installation of the first release works on after its upgrade, with everything in it', async () => {
  const connectionString = await databaseOfFirstRelease()
  const store = openStore({ connectionString, connectionsMax: 2, name: 'test upgrade' })
  await fill(store)
  await migrate(store)
  await store.close()
  app = await startTestApp({ connectionString })

  expect(app.engine.configuration().version).toBe(1)
  const call = (method: string, path: string, body?: unknown) =>
    app?.call('CSR Manager', method, `/api/v1${path}`, body === undefined ? {} : { body })
  const open = await call('GET', '/work-items/chat-1')
  expect(open?.body).toMatchObject({ state: 'Active', queue: 'Chats' })
  expect((await call('GET', '/work-items/chat-0'))?.body).toMatchObject({ state: 'Closed' })
  const said = await app.call('Omnichannel Agent', 'GET', '/api/v1/conversations/chat-1/messages?limit=10')
  expect(said.body.items.map(({ text }: { text: string }) => text)).toEqual(['Hello', 'How can I help?'])
  expect((await call('GET', '/tables/case/rows/case-9'))?.body).toMatchObject({ values: { title: 'An old case' } })
  const journal = await call('GET', '/work-items/chat-1/journal?limit=10')
  expect(journal?.status, journal?.text).toBe(200)
  expect(await signIn(app, 'old@example.com')).toContain('=')

  // And it goes on: the next message has the next number, new work is routed.
  const next = await app.call('Omnichannel Agent', 'POST', '/api/v1/conversations/chat-1/messages', {
    body: { from: 'representative', text: 'Are you still there?' },
  })
  expect(next.status).toBe(201)
  expect(app.engine.router()?.workItem('chat-1')?.messageCount).toBe(3)
  expect(
    (await call('POST', '/tables/case/rows', { values: { title: 'New' }, route: true }))?.body.workItem.queue,
  ).toBe('Support')
})

async function databaseOfFirstRelease(): Promise<string> {
  const admin = openStore({ connectionString: inject('postgres'), connectionsMax: 1, name: 'test upgrade' })
  const name = `upgrade_${randomUUID().replaceAll('-', '')}`
  await admin.pool.query(`create database ${name}`)
  await admin.close()
  const address = new URL(inject('postgres'))
  address.pathname = `/${name}`
  const store = openStore({ connectionString: address.href, connectionsMax: 1, name: 'test upgrade' })
  const migrations = { '0001-foundation': foundation, '0100-sign-in': signInTables }
  const migrator = new Migrator({
    db: store.db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  })
  expect((await migrator.migrateToLatest()).error).toBeUndefined()
  await store.close()
  return address.href
}

/** What an installation of then had: people, a configuration, a case, a chat that goes on and one that is over. */
async function fill({ db }: Store): Promise<void> {
  const hash = createHash('sha256').update(testPassword).digest('hex')
  await sql`
    insert into organization (id, name, routing_enabled, created_at)
    values ('default', 'Old', true, ${DAY})`.execute(db)
  await sql`
    insert into configuration_version (organization_id, version, document, created_at, created_by)
    values ('default', 1, ${JSON.stringify(testConfiguration)}::jsonb, ${DAY}, 'admin')`.execute(db)
  await sql`
    insert into router_lease (organization_id, epoch, holder, alive_at, expires_at)
    values ('default', 3, 'old-server', ${DAY}, ${DAY})`.execute(db)
  await sql`
    insert into table_row (organization_id, table_name, id, values, active, version, created_at, changed_at)
    values ('default', 'case', 'case-9', '{"title": "An old case"}', true, 1, ${DAY}, ${DAY})`.execute(db)
  for (const item of [chat('chat-0', 'Closed', 4), chat('chat-1', 'Active', 5)])
    await sql`
      insert into work_item (organization_id, id, kind, channel, workstream, state, queue, representative,
                             last_representative, created_at, changed_at, queued_at, closed_at, document)
      values ('default', ${item.id}, 'conversation', 'liveChat', 'Website chat', ${item.state}, 'Chats',
              ${item.session?.representative ?? null}, 'olga', ${DAY}, ${DAY}, ${DAY}, ${item.closedAt},
              ${JSON.stringify(item)}::jsonb)`.execute(db)
  await sql`
    insert into representative_state (organization_id, name, signed_in, presence, document)
    values ('default', 'olga', true, 'Available', ${JSON.stringify(olga)}::jsonb)`.execute(db)
  for (const [sequence, workItem] of [null, null, null, 'chat-0', 'chat-1'].entries())
    await sql`
      insert into routing_event (organization_id, sequence, at, type, actor_kind, actor_name, work_item_id, queue,
                                 representative, data)
      values ('default', ${sequence + 1}, ${DAY}, 'workItem.customerActivity', 'customer', null, ${workItem}, 'Chats', null,
              '{"type": "workItem.customerActivity", "activity": "message"}')`.execute(db)
  for (const [id, sender, name, text] of [
    ['message-1', 'customer', null, 'Hello'],
    ['message-2', 'representative', 'olga', 'How can I help?'],
  ])
    await sql`
      insert into conversation_message (organization_id, id, work_item_id, sender, sender_name, text, sent_at)
      values ('default', ${id}, 'chat-1', ${sender}, ${name}, ${text}, ${DAY})`.execute(db)
  await sql`
    insert into auth_user (id, organization_id, name, email, email_verified, representative, roles, created_at, updated_at)
    values ('old', 'default', 'Old', 'old@example.com', true, null, '["System Administrator"]', to_timestamp(0),
            to_timestamp(0))`.execute(db)
  await sql`
    insert into auth_credential (id, user_id, account_id, provider_id, password, created_at, updated_at)
    values ('old', 'old', 'old', 'credential', ${hash}, to_timestamp(0), to_timestamp(0))`.execute(db)
}

/** As the router of then wrote it: without what came since. */
function chat(id: string, state: 'Active' | 'Closed', version: number) {
  const isOpen = state === 'Active'
  const session = {
    id: `session-of-${id}`,
    representative: 'olga',
    offeredAt: DAY,
    offerExpiresAt: null,
    acceptedAt: DAY,
  }
  return {
    ...{ id, kind: 'conversation', channel: 'liveChat', workstream: 'Website chat', record: null, customer: null },
    ...{ context: {}, attributes: {}, skills: {}, capacityProfiles: [], units: 30, priorityScore: 0 },
    ...{ state, queue: 'Chats', queuedAt: DAY, waitStartedAt: DAY, orderSequence: version },
    ...{ session: isOpen ? session : null, lastRepresentative: 'olga', declines: {}, parked: false },
    ...{ createdAt: DAY, changedAt: DAY, lastInteractionAt: DAY, wrapUpStartedAt: null, capacityReleasedAt: null },
    ...{ waitingSince: null, customerDisconnectedAt: null, closedAt: isOpen ? null : DAY },
    ...{
      closureReason: isOpen ? null : 'ConversationClosed',
      transferCount: 0,
      configurationVersion: 1,
      version,
      stages: {},
    },
  }
}

const olga = {
  ...{ name: 'olga', signedIn: true, presence: 'Available', basePresence: 'Available', presenceSetBy: 'manual' },
  ...{ presenceChangedAt: DAY, disconnected: null, lastReleaseAt: null, dayUse: {}, version: 1 },
}
