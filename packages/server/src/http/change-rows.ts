import { applyChanges, type Configuration, type ConfigurationChange } from '@unified-routing/routing'
import { type Caller, may, oversightActor } from '../auth/caller.ts'
import { rowsTouchedBy, touchedIn } from '../engine/touched-rows.ts'
import { afterConfiguration } from './after-configuration.ts'
import { checkConfiguration } from './check-configuration.ts'
import { requireMayChange } from './configuration-rights.ts'
import type { RequestFacts } from './handler.ts'
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
  const base = rowsTouchedBy(changes).map(touchedIn(seen))
  const done = await submit(request, services, {
    operation: { type: 'changeConfiguration', changes, basedOn, base, note },
    actor: oversightActor(caller),
    caller,
    check: async () => requireMayMake(changes, caller, services),
  })
  return afterConfiguration(done, before, services)
}

/** Those who may change everything are not held up. What others changed meanwhile is the engine's to find. */
function requireMayMake(changes: readonly ConfigurationChange[], caller: Caller, { engine }: Services): void {
  if (may(caller, 'editConfiguration') && may(caller, 'manageAccounts')) return
  const { document } = engine.configuration()
  const edit = applyChanges(document, changes)
  const checked = edit.ok ? checkConfiguration(edit.document, document) : null
  if (checked?.ok) requireMayChange(caller, document, checked.configuration)
}
