import { INBOX_COUNT_MAX, UNREAD_COUNT_MAX } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { scopeOf, sinceOf, type View } from '../inbox-scope.ts'

export const getInbox: Handler<'getInbox'> = async ({ caller }, services) => {
  const { reads } = services
  const { representative } = caller
  const countOf = (view: View): Promise<number> => {
    const scope = scopeOf({ view }, caller, services)
    if (scope === null) return Promise.resolve(0)
    return reads.workItemCount({ ...scope, changedSince: sinceOf(view, services.now()), countMax: INBOX_COUNT_MAX })
  }
  const [my, open, closed, unread] = await Promise.all([
    countOf('my'),
    countOf('open'),
    countOf('closed'),
    representative === null ? [] : reads.unreadWorkItems({ representative, countMax: UNREAD_COUNT_MAX }),
  ])
  return { body: { counts: { my, open, closed }, unread } }
}
