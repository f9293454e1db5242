import { oversightActor } from '../../auth/caller.ts'
import { afterConfiguration } from '../after-configuration.ts'
import { requireMayChange } from '../configuration-rights.ts'
import { rolesGoneIn } from '../custom-role-changes.ts'
import type { Handler } from '../handler.ts'
import { submit } from '../submit.ts'
import { noSuchVersion } from '../views/version-view.ts'

export const restoreConfigurationVersion: Handler<'restoreConfigurationVersion'> = async (
  { params, body, caller, request },
  services,
) => {
  const restores = Number(params.version)
  const configuration = await services.history.document(restores)
  if (configuration === null) throw noSuchVersion(restores)
  const { basedOn, note = null } = body
  const before = services.engine.configuration()
  const done = await submit(request, services, {
    operation: { type: 'replaceConfiguration', configuration, ifVersion: basedOn, restores, note },
    actor: oversightActor(caller),
    caller,
    check: async () => {
      if (basedOn !== before.version) return
      requireMayChange(caller, before.document, configuration)
      await services.roleHolders.requireMayGo(rolesGoneIn(configuration, before.document))
    },
  })
  return afterConfiguration(done, before.document, services)
}
