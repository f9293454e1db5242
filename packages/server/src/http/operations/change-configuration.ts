import { AppError } from '@unified-routing/contract'
import { applyChanges, type ConfigurationChange } from '@unified-routing/routing'
import { type Caller, may, oversightActor } from '../../auth/caller.ts'
import { rowsTouchedBy, touchedIn } from '../../engine/touched-rows.ts'
import { checkConfiguration } from '../check-configuration.ts'
import { configurationFindings } from '../configuration-findings.ts'
import { planConfiguration } from '../configuration-plan.ts'
import { requireMayChange } from '../configuration-rights.ts'
import type { Handler } from '../handler.ts'
import type { Services } from '../services.ts'
import { submit } from '../submit.ts'
import { viewDependent } from '../views/dependent-view.ts'

export const changeConfiguration: Handler<'changeConfiguration'> = async ({ body, caller, request }, services) => {
  const { changes, basedOn, note = null } = body
  const before = services.engine.configuration()
  const base = rowsTouchedBy(changes).map(touchedIn(await documentAt(basedOn, services)))
  const { configurationVersion, removedReferences = [] } = await submit(request, services, {
    operation: { type: 'changeConfiguration', changes, basedOn, base, note },
    actor: oversightActor(caller),
    check: async () => requireMayMake(changes, caller, services),
  })
  const after = services.engine.configuration()
  await services.accounts.follow(after.document, await services.newAccountPassword())
  const known = new Set(configurationFindings(before.document, services.now()).map(findingKey))
  const findings = configurationFindings(after.document, services.now()).filter((one) => !known.has(findingKey(one)))
  const version = configurationVersion ?? after.version
  return {
    body: {
      version,
      plan: planConfiguration(before.document, after.document),
      removedReferences: removedReferences.map(viewDependent),
      findings,
    },
    version,
  }
}

/** Those who may change everything are not held up. What others changed meanwhile is the engine's to find. */
function requireMayMake(changes: readonly ConfigurationChange[], caller: Caller, { engine }: Services): void {
  if (may(caller, 'editConfiguration') && may(caller, 'manageAccounts')) return
  const { document } = engine.configuration()
  const edit = applyChanges(document, changes)
  const checked = edit.ok ? checkConfiguration(edit.document, document) : null
  if (checked?.ok) requireMayChange(caller, document, checked.configuration)
}

/** The document that the caller has seen. */
async function documentAt(version: number, { engine, reads }: Services) {
  const present = engine.configuration()
  if (version === present.version) return present.document
  const seen = version < present.version ? await reads.configurationVersion(version) : null
  if (seen !== null) return seen.document
  throw new AppError('conflict', `There is no version ${version} of the configuration; read it again.`, {
    presentVersion: present.version,
  })
}

function findingKey({ code, message }: { readonly code: string; readonly message: string }): string {
  return `${code} ${message}`
}
