import { type ApiKeyView, AppError, accessModes } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { z } from 'zod'
import { deleteStoredApiKey, listStoredApiKeys, type StoredApiKey } from '../store/accounts.ts'
import { readSetting } from '../store/installation-settings.ts'
import type { Store } from '../store/store.ts'
import { type Caller, createCaller } from './caller.ts'
import { callersInForce } from './callers-in-force.ts'
import { effectiveRoles } from './effective-roles.ts'
import { createHolders } from './holders.ts'
import type { Identity } from './identity.ts'

const SECONDS_A_DAY = 86_400
const REMEMBERED_MAX = 1_000

const metadataShape = z.object({ roles: z.array(z.string()), requestKey: z.string().nullable() })
/** Where its maker belongs and how they may work holds for the key. */
const standingShape = z.object({
  representative: z.string().nullish(),
  businessUnit: z.string(),
  accessMode: z.enum(accessModes),
})
type Metadata = z.output<typeof metadataShape>

export interface ApiKeys {
  /** The caller behind a key; null when it is unknown, expired or revoked. */
  verify(key: string): Promise<Caller | null>
  /** The caller behind a key that was verified, by the configuration in force; null: no such caller. */
  inForce(caller: Caller): Caller | null
  list(): Promise<readonly ApiKeyView[]>
  create(request: NewApiKey): Promise<{ readonly key: string; readonly apiKey: ApiKeyView }>
  remove(id: string): Promise<void>
  /** The account of whoever made keys was changed here; null: any may have been. */
  forget(accountId: string | null): void
}

export interface NewApiKey {
  readonly name: string
  readonly roles: readonly string[]
  readonly expiresInDays: number | null
  readonly creatorId: string
  /** Idempotency key of the request, scoped to its caller. */
  readonly requestKey: string | null
}

interface ApiKeysOptions {
  readonly identity: Identity
  readonly store: Store
  readonly organizationId: string
  readonly configuration: () => { readonly document: Configuration; readonly version: number }
  readonly businessUnitOf: BusinessUnitOf
  /** A key was revoked. */
  readonly onRemoved: () => void
  readonly now: () => number
}

/** A key that is good, and the standing of whoever made it. */
interface KeyHolder {
  readonly id: string
  readonly name: string | null
  readonly roles: readonly string[]
  readonly accountId: string
  readonly standing: z.output<typeof standingShape>
}

/** Of a representative; null: there is none. */
type BusinessUnitOf = (representative: string | null) => string | null

/** API keys for integrations: better-auth makes and checks them, their roles travel as metadata. */
export function createApiKeys(options: ApiKeysOptions): ApiKeys {
  const { identity, store, organizationId, configuration, onRemoved, now } = options
  /** better-auth also says no when it could not look: the database is asked for something else, then once more. */
  async function checkAgain(key: string): Promise<KeyHolder | null> {
    await readSetting(store, { organizationId, name: 'secret' })
    return checkKey(key, options)
  }
  const holders = createHolders<KeyHolder>({
    find: async (key) => (await checkKey(key, options)) ?? checkAgain(key),
    rememberedMax: REMEMBERED_MAX,
    now,
  })
  const callers = callersInForce(configuration, (holder: KeyHolder) => toCaller(holder, options))

  return {
    async verify(key) {
      const holder = holders.remembered(key) ?? (await holders.look(key))
      return holder === null ? null : callers.of(holder)
    },
    inForce: callers.renewed,
    forget: (accountId) => holders.forget((holder) => accountId === null || holder.accountId === accountId),
    async list() {
      return (await listStoredApiKeys(store, organizationId)).map(toView)
    },
    async create(request) {
      await refuseRepeated(request, await listStoredApiKeys(store, organizationId))
      const metadata: Metadata = { roles: [...request.roles], requestKey: request.requestKey }
      const expiresIn = request.expiresInDays === null ? null : request.expiresInDays * SECONDS_A_DAY
      const made = await identity.api.createApiKey({
        body: { name: request.name, userId: request.creatorId, metadata, expiresIn },
      })
      return { key: made.key, apiKey: toView({ ...made, lastUsedAt: null, metadata: JSON.stringify(metadata) }) }
    },
    async remove(id) {
      const remove = deleteStoredApiKey(store, { organizationId, id })
      const isRemoved = await remove.finally(() => {
        holders.forget((holder) => holder.id === id)
        onRemoved()
      })
      if (!isRemoved) throw new AppError('notFound', `There is no API key ${id}; list them to see which there are.`)
    },
  }
}

async function checkKey(key: string, { identity }: ApiKeysOptions): Promise<KeyHolder | null> {
  const answer = await identity.api.verifyApiKey({ body: { key } })
  if (!answer.valid || answer.key === null) return null
  const { id, name, metadata, referenceId: accountId } = answer.key
  const standing = standingShape.safeParse(await (await identity.$context).internalAdapter.findUserById(accountId))
  if (!standing.success) return null
  return { id, name, roles: readMetadata(metadata).roles, accountId, standing: standing.data }
}

function toCaller(
  { id, name, roles, accountId, standing: { representative = null, accessMode, businessUnit } }: KeyHolder,
  { configuration, businessUnitOf }: ApiKeysOptions,
): Caller {
  return createCaller({
    by: 'apiKey',
    key: `apiKey:${id}`,
    // A program cannot consent for the organization, whoever made its key.
    account: {
      businessUnit: businessUnitOf(representative) ?? businessUnit,
      accessMode,
      id: accountId,
      name: name ?? 'API key',
      email: null,
      tenantAdministrator: false,
    },
    roles: effectiveRoles(roles, configuration().document),
    representative: null,
    session: null,
    mustChangePassword: false,
  })
}

/** The key itself is never kept, so a repeated request can't be given it again. */
async function refuseRepeated({ requestKey }: NewApiKey, keys: readonly StoredApiKey[]): Promise<void> {
  const made =
    requestKey === null ? undefined : keys.find((key) => readMetadata(key.metadata).requestKey === requestKey)
  if (made === undefined) return
  throw new AppError(
    'refused',
    `This Idempotency-Key made the API key ${made.id} already, and a key is shown once only; revoke it and make another.`,
    { reason: 'alreadyExists' },
  )
}

function toView(key: StoredApiKey): ApiKeyView {
  return {
    id: key.id,
    name: key.name ?? '',
    start: key.start,
    roles: readMetadata(key.metadata).roles,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  }
}

/** What travels with a key. better-auth hands metadata out as text or parsed, depending on who asks. */
function readMetadata(metadata: unknown): Metadata {
  const value = typeof metadata === 'string' ? JSON.parse(metadata) : metadata
  const parsed = metadataShape.safeParse(typeof value === 'string' ? JSON.parse(value) : value)
  return parsed.success ? parsed.data : { roles: [], requestKey: null }
}
