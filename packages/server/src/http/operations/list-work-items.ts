import type { WorkItemsQuery } from '../../store/reads.ts'
import { cutPage, isLongNumber, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Call, Handler } from '../handler.ts'
import { scopeOf, sinceOf } from '../inbox-scope.ts'
import { viewWorkItems } from '../views/work-item-view.ts'

type Query = Call<'listWorkItems'>['query']

export const listWorkItems: Handler<'listWorkItems'> = async ({ query, caller }, services) => {
  const scope = scopeOf(query, caller, services)
  if (scope === null) return { body: { items: [], nextCursor: null } }
  const sort = readSort(query.sort)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const cursorKey = `${query.view} ${query.sort}`
  const after = readCursor(query.cursor, cursorKey, (value) => isLongNumber(value) || value === null)
  const found = await services.reads.workItems({
    ...scope,
    since: sinceOf(query.view, services.now()),
    sort,
    after,
    limit: limit + 1,
  })
  const { items, nextCursor } = cutPage(found, limit, (last) =>
    writeCursor({ value: last[sort.by], id: last.id }, cursorKey),
  )
  return { body: { items: await viewWorkItems(items, caller, services), nextCursor } }
}

function readSort(sort: Query['sort']): WorkItemsQuery['sort'] {
  switch (sort) {
    case 'createdAt':
    case 'changedAt':
    case 'queuedAt':
      return { by: sort, descending: false }
    case '-createdAt':
      return { by: 'createdAt', descending: true }
    case '-changedAt':
      return { by: 'changedAt', descending: true }
    case '-queuedAt':
      return { by: 'queuedAt', descending: true }
  }
}
