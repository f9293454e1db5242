import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

export const endOwnSession: Handler<'endOwnSession'> = async ({ params, caller }, { sessions }) => {
  const isEnded = caller.by === 'cookie' && (await sessions.end({ accountId: caller.account.id, id: params.id }))
  if (!isEnded) throw new AppError('notFound', 'You have no such session; it may have ended by itself.')
  return { body: null }
}
