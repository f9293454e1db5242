/** The server of bench/chat.ts, in a process of its own: a real PostgreSQL, the whole application, one chat widget. */
import { createHash } from 'node:crypto'
import { settingKinds } from '../packages/contract/src/main.ts'
import { systemActor, validateConfiguration } from '../packages/routing/src/main.ts'
import { createApp } from '../packages/server/src/app.ts'
import { startEmbeddedPostgres } from '../packages/server/src/embedded-postgres/embedded-postgres.ts'
import { createLog } from '../packages/server/src/log.ts'
import { migrate } from '../packages/server/src/store/migrate.ts'
import { ensureOrganization } from '../packages/server/src/store/organization.ts'
import { openStore } from '../packages/server/src/store/store.ts'
import { endWithParent, stoppedAtEnd, temporaryDirectory, undoAtEnd } from './harness/ending.ts'

const PASSWORD = 'a phrase for the bench'
const MANY = 1e9
const representatives = Number(process.argv[2])

endWithParent()
const { path: data } = await temporaryDirectory('bench')
const onFatal = (error: Error) => {
  throw error
}
const postgres = await stoppedAtEnd(startEmbeddedPostgres({ data, log: { warn: console.warn }, onFatal }))
const { connectionString } = postgres
const store = openStore({ connectionString, connectionsMax: 1, name: 'bench' })
await migrate(store)
await ensureOrganization(store, { id: 'default', name: 'Bench', routingEnabled: true }, Date.now())
await store.close()

const digest = (password: string) => createHash('sha256').update(password).digest('hex')
const app = await createApp({
  connectionString,
  databaseConnections: 10,
  organizationId: 'default',
  isAlone: true,
  log: createLog('error'),
  limits: {
    atOnce: MANY,
    perCaller: MANY,
    perAnonymousAddress: MANY,
    signInsPerAccount: MANY,
    signInsPerAddress: MANY,
  },
  publicUrl: null,
  supportContact: 'nobody',
  trustProxy: false,
  webDirectory: data,
  widgetDirectory: data,
  version: 'bench',
  newAccountPassword: async () => PASSWORD,
  mailer: null,
  singleSignOn: null,
  onFatal,
  overrides: {
    // Signing in is not what is measured.
    passwordHashing: {
      hash: async (password) => digest(password),
      verify: async ({ hash, password }) => digest(password) === hash,
    },
  },
})
undoAtEnd(() => app.stop())
const names = Array.from({ length: representatives }, (_, index) => `r${index}`)
const checked = validateConfiguration({
  version: 1,
  representatives: names.map((name) => ({ name, email: `${name}@example.com`, roles: ['Omnichannel Agent'] })),
  queues: [{ name: 'Chats', type: 'messaging', members: names }],
  workstreams: [
    { name: 'Chat', type: 'messaging', channel: 'liveChat', fallbackQueue: 'Chats', capacity: { units: 10 } },
  ],
})
if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
await app.engine.submit({
  operation: { type: 'replaceConfiguration', configuration: checked.configuration, ifVersion: null },
  actor: systemActor,
  idempotencyKey: null,
  requestHash: null,
  requestId: 'bench',
})
await app.accounts.follow(checked.configuration, PASSWORD)
await app.services.settings.save(
  { kind: settingKinds.chatWidget, name: 'bench' },
  {
    value: settingKinds.chatWidget.value.parse({ title: 'Bench', workstream: 'Chat' }),
    secrets: {},
    basedOn: null,
  },
  { by: { kind: 'system', name: 'bench' }, ip: null },
)
const address = await app.server.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ address, password: PASSWORD })
