import { randomBytes } from 'node:crypto'
import { AppError, type SettingKind, type Titled } from '@unified-routing/contract'
import DataLoader from 'dataloader'
import type { FastifyBaseLogger } from 'fastify'
import type { NewAuditEntry } from '../audit/audit-log.ts'
import { settleSetting } from '../store/installation-settings.ts'
import { changeSetting, listSettings, readSettingOf, type StoredSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { createSecretBox, KEY_BYTES } from './secret-box.ts'

/** A setting as the server works with it: everything but its secrets, of which it says whether they are set. */
export interface Setting<Value> {
  readonly name: string
  readonly value: Value
  readonly secrets: Readonly<Record<string, boolean>>
  readonly version: number
  readonly changedAt: number
  readonly changedBy: string
}

export interface SettingDraft<Value> {
  readonly value: Value
  /** A text is kept, null removes what is kept, and what is absent stays as it is. */
  readonly secrets: Readonly<Record<string, string | null>>
  /** The version that the change is meant for; null: there is none yet. */
  readonly basedOn: number | null
}

/** Whoever changes a setting, for the audit log. */
export type SettingChanger = Pick<NewAuditEntry, 'by' | 'ip'>

/** Settings that are not routing, of every kind, of one organization. */
export interface Settings {
  /** By title. */
  list<Value extends Titled>(kind: SettingKind<Value>): Promise<readonly Setting<Value>[]>
  read<Value extends Titled>(kind: SettingKind<Value>, name: string): Promise<Setting<Value> | null>
  /** Errors: notFound; conflict, when it has another version; refused, when it is there already or there are too many. */
  save<Value extends Titled>(
    place: SettingPlace<Value>,
    draft: SettingDraft<Value>,
    changer: SettingChanger,
  ): Promise<Setting<Value>>
  /** Errors: notFound; conflict. */
  remove(place: SettingPlace, basedOn: number, changer: SettingChanger): Promise<void>
  /** For the part of the server that uses it, and for nobody else; null: it is not set. @public */
  secret(place: SettingPlace, secret: string): Promise<string | null>
}

interface SettingPlace<Value extends Titled = Titled> {
  readonly kind: SettingKind<Value>
  readonly name: string
}

interface SettingsOptions {
  readonly store: Store
  readonly organizationId: string
  readonly now: () => number
  readonly log: FastifyBaseLogger
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export async function createSettings(options: SettingsOptions): Promise<Settings> {
  const { store, organizationId, now, log } = options
  const box = createSecretBox(await keyOf(options))
  const lists = gatheredLists(options)
  const keyFor = ({ kind: { kind }, name }: SettingPlace) => ({ organizationId, kind, name })
  const placeOf = ({ kind: { kind }, name }: SettingPlace, secret: string) => [organizationId, kind, name, secret]

  function opened<Value extends Titled>(kind: SettingKind<Value>, stored: StoredSetting): Setting<Value> | null {
    const parsed = kind.value.safeParse(stored.value)
    if (parsed.success) return { ...stored, value: parsed.data, secrets: isSetOf(kind, stored.secrets) }
    log.error({ event: 'setting.unreadable', kind: kind.kind, name: stored.name }, 'setting breaks its schema')
    return null
  }

  return {
    async list(kind) {
      const stored = await lists.load(kind.kind)
      return stored
        .flatMap((setting) => opened(kind, setting) ?? [])
        .toSorted((one, other) => order.compare(one.value.title, other.value.title))
    },
    async read(kind, name) {
      const stored = await readSettingOf(store, keyFor({ kind, name }))
      return stored === null ? null : opened(kind, stored)
    },
    async save(place, draft, changer) {
      const { kind, name } = place
      const saved = await changeSetting(store, keyFor(place), ({ before, count }) => {
        requireVersion(place, before, draft.basedOn)
        if (before === null && count >= kind.max) throw tooMany(kind)
        const secrets = sealed(before?.secrets ?? {}, draft.secrets, (text, secret) =>
          box.seal(text, placeOf(place, secret)),
        )
        return {
          after: { value: draft.value, secrets },
          at: now(),
          by: changer.by.name,
          audit: {
            ...changer,
            ...auditOf(place, before === null ? 'added' : 'changed', draft.value.title),
            ...(before === null ? {} : { before: shown(before.value, before.secrets, {}) }),
            after: shown(draft.value, secrets, draft.secrets),
          },
        }
      })
      const setting = saved === null ? null : opened(kind, saved)
      if (setting === null) throw new AppError('internal', `The ${kind.words.one} ${name} was not kept.`)
      return setting
    },
    async remove(place, basedOn, changer) {
      await changeSetting(store, keyFor(place), ({ before }) => {
        requireVersion(place, before, basedOn)
        if (before === null) return null
        const parsed = place.kind.value.safeParse(before.value)
        return {
          after: null,
          at: now(),
          by: changer.by.name,
          audit: {
            ...changer,
            ...auditOf(place, 'deleted', parsed.success ? parsed.data.title : place.name),
            before: shown(before.value, before.secrets, {}),
          },
        }
      })
    },
    async secret(place, secret) {
      const stored = await readSettingOf(store, keyFor(place))
      const kept = stored?.secrets[secret]
      return kept === undefined ? null : box.open(kept, placeOf(place, secret))
    },
  }
}

/** Many ask for the same at once: each of the items of a bulk call. Nothing is remembered. */
function gatheredLists({ store, organizationId }: SettingsOptions): DataLoader<string, readonly StoredSetting[]> {
  return new DataLoader(
    async (kinds) => {
      const read = async (kind: string) => [kind, await listSettings(store, { organizationId, kind })] as const
      const found = new Map(await Promise.all([...new Set(kinds)].map(read)))
      return kinds.map((kind) => found.get(kind) ?? [])
    },
    { cache: false },
  )
}

/** Made with the first start and kept with the other secrets of the installation. */
async function keyOf({ store, organizationId }: SettingsOptions): Promise<Buffer> {
  const value = randomBytes(KEY_BYTES).toString('base64url')
  return Buffer.from(await settleSetting(store, { organizationId, name: 'settings-key', value }), 'base64url')
}

/** The secrets as they are kept from now on. */
function sealed(
  kept: Readonly<Record<string, string>>,
  drafts: SettingDraft<Titled>['secrets'],
  seal: (text: string, secret: string) => string,
): Readonly<Record<string, string>> {
  const names = [...new Set([...Object.keys(kept), ...Object.keys(drafts)])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const draft = drafts[name]
      const next = draft === undefined ? kept[name] : draft === null ? undefined : seal(draft, name)
      return next === undefined ? [] : [[name, next]]
    }),
  )
}

function isSetOf(kind: Pick<SettingKind, 'secrets'>, kept: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.keys(kind.secrets).map((name) => [name, Object.hasOwn(kept, name)]))
}

/** A setting for the readers of the audit log: of a secret it says no more than that there is one, or another one. */
function shown(
  value: unknown,
  kept: Readonly<Record<string, string>>,
  drafts: SettingDraft<Titled>['secrets'],
): Readonly<Record<string, unknown>> {
  const secrets = Object.keys(kept).map((name) => [name, typeof drafts[name] === 'string' ? 'set anew' : 'set'])
  const fields = typeof value === 'object' && value !== null ? value : {}
  return { ...fields, ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(secrets) }) }
}

function auditOf({ kind, name }: SettingPlace, what: 'added' | 'changed' | 'deleted', title: string) {
  return {
    action: 'settingChanged',
    list: kind.kind,
    name,
    summary: `The ${kind.words.one} ${title} was ${what}`,
  } as const
}

function requireVersion({ kind, name }: SettingPlace, before: StoredSetting | null, basedOn: number | null): void {
  const it = `${kind.words.one} ${name}`
  if (before === null) {
    if (basedOn === null) return
    throw new AppError('notFound', `There is no ${it}; list them to see which there are.`)
  }
  if (basedOn === null)
    throw new AppError('refused', `There is a ${it} already; choose another name, or read it and send its version.`, {
      reason: 'settingExists',
    })
  if (basedOn !== before.version)
    throw new AppError('conflict', `${before.changedBy} has changed the ${it} since; read it again, then repeat.`, {
      presentVersion: before.version,
      status: 412,
    })
}

function tooMany({ words, max }: SettingKind): AppError {
  return new AppError('refused', `There are ${max} ${words.many}; delete one that is not used.`, {
    reason: 'tooManySettings',
  })
}
