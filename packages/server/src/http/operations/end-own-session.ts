import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const endOwnSession: Handler<'endOwnSession'> = async (call, services) => {
  const { params, caller } = call
  const isEnded =
    caller.by === 'cookie' && (await services.sessions.end({ accountId: caller.account.id, id: params.id }))
  if (!isEnded) throw new AppError('notFound', 'You have no such session; it may have ended by itself.')
  await recordAudit(call, services, {
    action: 'sessionsEnded',
    list: 'accounts',
    name: caller.account.email,
    summary: `${caller.account.name} ended one of their own sessions`,
  })
  return { body: null }
}
