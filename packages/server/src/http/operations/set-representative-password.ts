import { requireGoodPassword } from '../../auth/password-rules.ts'
import { requireNoMoreThanOwn } from '../../auth/require-no-more-than-own.ts'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { rolesBehind } from '../roles-behind.ts'
import { unknownRepresentative } from '../views/representative-view.ts'

export const setRepresentativePassword: Handler<'setRepresentativePassword'> = async (call, services) => {
  const { name } = call.params
  const { password } = call.body
  const representative = services.catalogs().document.representatives?.find((one) => one.name === name)
  if (representative === undefined) throw unknownRepresentative(name)
  // Whoever knows a password can sign in with it.
  requireNoMoreThanOwn(call.caller, { roles: await rolesBehind(name, services), path: 'params.name' })
  const { fullName = name, email = '' } = representative
  const { passwordLengthMin: lengthMin } = await services.signInSettings.read()
  requireGoodPassword({ password, owner: { name: fullName, email }, lengthMin })
  await services.accounts.setPassword(representative, password, { mustChange: true })
  await recordAudit(call, services, {
    action: 'passwordSet',
    list: 'accounts',
    name: email,
    summary: `The password of ${fullName} was set; they have to choose another one`,
  })
  return { body: null }
}
