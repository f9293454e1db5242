import type { Handler } from '../handler.ts'

export const listOwnSessions: Handler<'listOwnSessions'> = async ({ caller }, { sessions }) => ({
  body: { items: caller.by === 'cookie' ? await sessions.list(caller.account.id, caller.session) : [] },
})
