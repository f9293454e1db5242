import { AppError } from '@unified-routing/contract'
import { requireGoodPassword } from '../../auth/password-rules.ts'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const changeOwnPassword: Handler<'changeOwnPassword'> = async (call, services) => {
  const { body, caller, request } = call
  const { id: accountId, name, email } = caller.account
  if (caller.by !== 'cookie' || email === null)
    throw new AppError('refused', 'An API key has no password; sign in to change one.', { reason: 'noPassword' })
  const { passwordLengthMin: lengthMin } = await services.signInSettings.read()
  requireGoodPassword({ password: body.newPassword, owner: { name, email }, lengthMin, member: 'newPassword' })
  if (body.newPassword === body.currentPassword) throw samePassword()
  const attempt = { email, address: request.ip }
  await services.lockOut.requireUnlocked(attempt)
  try {
    const cookies = await services.authentication.changePassword({ ...body, headers: request.headers })
    await services.accounts.passwordChosen(accountId)
    await recordAudit(call, services, {
      action: 'passwordSet',
      list: 'accounts',
      name: email,
      summary: `${name} changed their password`,
    })
    return { body: null, cookies }
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') await services.lockOut.failed(attempt)
    throw error
  }
}

function samePassword(): AppError {
  const message = 'must be another one than before'
  return new AppError('invalid', `The password ${message}.`, { errors: [{ path: 'body.newPassword', message }] })
}
