import { operations } from '@unified-routing/contract'
import { type Caller, createCaller } from './call.ts'
import { createLiveSession, type LiveSession } from './live-session.ts'
import { accountsResource } from './resources/accounts.ts'
import { alertsResource } from './resources/alerts.ts'
import { bulkResource } from './resources/bulk.ts'
import { businessUnitsResource } from './resources/business-units.ts'
import { conversationsResource } from './resources/conversations.ts'
import { enablingResources } from './resources/enabling.ts'
import { figuresResource } from './resources/figures.ts'
import { invitationsResource } from './resources/invitations.ts'
import { rowsResource } from './resources/rows.ts'
import { sessionResource } from './resources/session.ts'
import { settingsResource } from './resources/settings.ts'
import { signInResource } from './resources/sign-in.ts'
import { workItemsResource } from './resources/work-items.ts'
import { Transport, type TransportOptions } from './transport.ts'

export interface LiveOptions {
  /** Whether the stream keeps the caller's representative connected. */
  readonly presence: boolean
}

/** The API of one server, as it reads: `client.workItems.accept(id)`.
 *
 * Shape:  works in browsers and in Node. Signing in keeps the session for the calls after it; or give an API key.
 * Errors: every method rejects with ApiError. Transient failures are repeated first, POSTs under one Idempotency-Key.
 */
export function createClient(options: TransportOptions) {
  const transport = new Transport(options)
  const { call, callVersioned } = createCaller(transport)
  return {
    /** Any operation of the contract, for what has no method of its own here. */
    call,
    callVersioned,
    session: sessionResource(call),
    apiKeys: apiKeysResource(call),
    signIn: signInResource(call),
    accounts: accountsResource(call),
    businessUnits: businessUnitsResource(call),
    invitations: invitationsResource(call),
    settings: settingsResource(call),
    organization: {
      read: () => call(operations.getOrganization, {}),
    },
    ...enablingResources(call),
    configuration: configurationResource({ call, callVersioned }),
    audit: {
      list: (query: AuditQuery) => call(operations.listAuditEntries, { query }),
      read: (id: string) => call(operations.getAuditEntry, { params: { id } }),
    },
    tables: {
      list: () => call(operations.listTables, {}),
      read: (table: string) => call(operations.getTable, { params: { table } }),
    },
    rows: rowsResource(call),
    bulk: bulkResource(call),
    conversations: conversationsResource(call),
    workItems: workItemsResource(call),
    representatives: representativesResource(call),
    queues: {
      list: () => call(operations.listQueues, {}),
      read: (name: string) => call(operations.getQueue, { params: { name } }),
      waiting: (name: string, limit?: number) =>
        call(operations.listWaitingWorkItems, { params: { name }, query: { limit: limit?.toString() } }),
    },
    alerts: alertsResource(call),
    figures: figuresResource(call),
    live: ({ presence }: LiveOptions): LiveSession =>
      createLiveSession({
        open: (headers, signal) =>
          transport.send({
            method: 'GET',
            path: `${operations.live.path}${presence ? '?presence=1' : ''}`,
            headers: { ...headers, accept: 'text/event-stream' },
            signal,
            mayRepeat: false,
            hasTimeout: false,
          }),
        ...(options.clock === undefined ? {} : { clock: options.clock }),
      }),
  }
}

export type Client = ReturnType<typeof createClient>

function apiKeysResource(call: Caller['call']) {
  return {
    list: () => call(operations.listApiKeys, {}),
    create: (body: { name: string; roles: RoleList; expiresInDays?: number | null }) =>
      call(operations.createApiKey, { body }),
    delete: (id: string) => call(operations.deleteApiKey, { params: { id } }),
  }
}

type AuditQuery = (typeof operations.listAuditEntries.query)['_zod']['input']
type RoleList = (typeof operations.createApiKey.body)['_zod']['input']['roles']
type ChangesBody = (typeof operations.changeConfiguration.body)['_zod']['input']
type ListName = (typeof operations.findDependents.query)['_zod']['input']['list']
type ConfigurationBody = (typeof operations.replaceConfiguration.body)['_zod']['input']

function configurationResource({ call, callVersioned }: Caller) {
  return {
    /** The document and its version, which `replace` wants to see again. */
    read: async () => {
      const { reply, version } = await callVersioned(operations.getConfiguration, {})
      return { document: reply, version: version ?? 0 }
    },
    replace: (document: ConfigurationBody, ifVersion: number) =>
      call(operations.replaceConfiguration, { body: document, ifVersion }),
    /** Problems and plan; changes nothing. */
    validate: (document: ConfigurationBody) => call(operations.validateConfiguration, { body: document }),
    /** Edits rows; they take effect at once, all or none. */
    change: (body: ChangesBody) => call(operations.changeConfiguration, { body }),
    versions: (query: { cursor?: string; limit?: string } = {}) =>
      call(operations.listConfigurationVersions, { query }),
    version: (version: number) => call(operations.getConfigurationVersion, { params: { version: `${version}` } }),
    /** How a version differs from another; without one, from the version before it. */
    difference: (version: number, from?: number) =>
      call(operations.getConfigurationDifference, {
        params: { version: `${version}` },
        query: { from: from === undefined ? undefined : `${from}` },
      }),
    /** Brings an older version back, as a new one. */
    restore: (version: number, body: { basedOn: number; note?: string }) =>
      call(operations.restoreConfigurationVersion, { params: { version: `${version}` }, body }),
    /** Takes back what one version changed. */
    undo: (version: number) =>
      call(operations.undoConfigurationVersion, { params: { version: `${version}` }, body: {} }),
    /** What names a row. */
    dependents: (list: ListName, name: string) => call(operations.findDependents, { query: { list, name } }),
  }
}

function representativesResource(call: Caller['call']) {
  return {
    list: (queue?: string) => call(operations.listRepresentatives, { query: { queue } }),
    read: (name: string) => call(operations.getRepresentative, { params: { name } }),
    setPresence: (name: string, presence: string) =>
      call(operations.setPresence, { params: { name }, body: { presence } }),
    resetPresence: (name: string) => call(operations.resetPresence, { params: { name } }),
    /** Begins to take work; `session.signIn` is the sign-in with a password. */
    signIn: (name: string, presence?: string) =>
      call(operations.signInRepresentative, { params: { name }, body: presence === undefined ? {} : { presence } }),
    signOut: (name: string) => call(operations.signOutRepresentative, { params: { name } }),
    setPassword: (name: string, password: string) =>
      call(operations.setRepresentativePassword, { params: { name }, body: { password } }),
  }
}
