import { applyChanges, type Configuration, type ConfigurationChange, CUSTOMER_TABLE } from '@unified-routing/routing'
import { type Caller, may, oversightActor } from '../auth/caller.ts'
import { rowsTouchedBy, touchedIn } from '../engine/touched-rows.ts'
import type { RowReach } from '../store/reach.ts'
import { afterConfiguration } from './after-configuration.ts'
import { checkConfiguration } from './check-configuration.ts'
import { requireMayChange } from './configuration-rights.ts'
import { rolesThatGo } from './custom-role-changes.ts'
import type { RequestFacts } from './handler.ts'
import { invalid } from './parse.ts'
import { requirePeopleInReach } from './people-in-reach.ts'
import { rowReach } from './reach.ts'
import type { Services } from './services.ts'
import { submit } from './submit.ts'

interface RowChanges {
  readonly changes: readonly ConfigurationChange[]
  readonly basedOn: number
  /** The document at `basedOn`. */
  readonly seen: Configuration
  readonly note: string | null
}

/** Changes rows of the configuration for a caller, within their privileges. */
export async function changeRows(
  { changes, basedOn, seen, note }: RowChanges,
  { caller, request }: { readonly caller: Caller; readonly request: RequestFacts },
  services: Services,
) {
  const before = services.engine.configuration().document
  const roles = rolesThatGo(changes)
  const base = rowsTouchedBy(changes).map(touchedIn(seen))
  const done = await submit(request, services, {
    operation: { type: 'changeConfiguration', changes, basedOn, base, note },
    actor: oversightActor(caller),
    caller,
    check: async () => {
      requireMayMake(changes, caller, services)
      await services.roleHolders.requireMayGo(roles)
      await requireContacts(changes, rowReach('seeRows', caller, services), services)
    },
  })
  await services.roleHolders.rename(roles.renamed)
  return afterConfiguration(done, before, services)
}

/** Preferred representatives belong to contacts that exist: rows of the document, or stored ones. */
async function requireContacts(
  changes: readonly ConfigurationChange[],
  reach: RowReach | null,
  services: Services,
): Promise<void> {
  const named = changes.flatMap((change, index) => {
    if (!('row' in change) || change.list !== 'preferredRepresentatives') return []
    return [{ path: `changes[${index}].row.contact`, contact: change.name }]
  })
  if (named.length === 0) return
  const keys = named.map(({ contact: id }) => ({ table: CUSTOMER_TABLE, id }))
  const stored = await services.reads.rowsByKey(keys, reach)
  const known = new Set(stored.map(({ id }) => id))
  const missing = named.filter(({ contact }) => !known.has(contact))
  if (missing.length === 0) return
  throw invalid(
    missing.map(({ path, contact }) => ({ path, message: `no contact '${contact}'; create the contact first` })),
  )
}

/** Those who may change everything are not held up. What others changed meanwhile is the engine's to find. */
function requireMayMake(changes: readonly ConfigurationChange[], caller: Caller, services: Services): void {
  if (may(caller, 'editConfiguration') && may(caller, 'manageAccounts')) return
  const { document } = services.engine.configuration()
  const edit = applyChanges(document, changes)
  const checked = edit.ok ? checkConfiguration(edit.document, document, edit.renamings) : null
  if (!checked?.ok) return
  requireMayChange(caller, document, checked.configuration)
  requirePeopleInReach(caller, { before: document, after: checked.configuration }, services)
}
