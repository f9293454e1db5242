import { AppError } from '@unified-routing/contract'
import { oversightActor } from '../../auth/caller.ts'
import { checkConfiguration } from '../check-configuration.ts'
import { requireMayChange } from '../configuration-rights.ts'
import { rolesGoneIn } from '../custom-role-changes.ts'
import type { Handler } from '../handler.ts'
import { submit } from '../submit.ts'

export const replaceConfiguration: Handler<'replaceConfiguration'> = async ({ body, caller, request }, services) => {
  const checked = checkConfiguration(body, services.engine.configuration().document)
  if (!checked.ok)
    throw new AppError('invalid', 'The configuration is not valid; `errors` names each problem.', {
      errors: checked.problems,
    })
  const { configuration } = checked
  const { configurationVersion } = await submit(request, services, {
    operation: { type: 'replaceConfiguration', configuration, ifVersion: request.ifMatch },
    actor: oversightActor(caller),
    caller,
    check: async () => {
      const present = services.engine.configuration()
      // Against another version the engine says conflict; what others changed meanwhile is not held against the caller.
      if (request.ifMatch !== present.version) return
      requireMayChange(caller, present.document, configuration)
      await services.roleHolders.requireMayGo(rolesGoneIn(configuration, present.document))
    },
  })
  await services.accounts.follow(configuration, await services.newAccountPassword())
  const version = configurationVersion ?? services.engine.configuration().version
  return { body: { version }, version }
}
