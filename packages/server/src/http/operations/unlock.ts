import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const unlock: Handler<'unlock'> = async (call, services) => {
  const { kind, name } = call.body
  if (!(await services.lockOut.unlock(call.body)))
    throw new AppError('notFound', `No tries to sign in have failed for ${name}.`)
  await recordAudit(call, services, {
    action: 'accountUnlocked',
    list: 'accounts',
    name,
    summary: kind === 'account' ? `The account ${name} was unlocked` : `The address ${name} was unlocked`,
  })
  return { body: null }
}
