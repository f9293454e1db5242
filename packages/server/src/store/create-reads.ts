import { readEvents } from './journal.ts'
import { listMessages, readLastNotes, readMessage, readMessages, readReceipt } from './messages.ts'
import { readOrganization, readRouting } from './organization.ts'
import { listUnread } from './reading.ts'
import type { Reads } from './reads.ts'
import { readRepresentativeStates } from './router-state.ts'
import { listRows, readReachedRows, readRow, readStoredRows } from './rows.ts'
import { readRuleUsage } from './rule-usage.ts'
import type { Store } from './store.ts'
import { readWorkItemEvents } from './work-item-journal.ts'
import { countWorkItems, listWorkItems, readWorkItem, readWorkItems } from './work-items.ts'

/** What the edge reads of one organization. */
export function createReads(store: Store, organizationId: string): Reads {
  return {
    row: ({ table, id }, reach) => readRow(store, organizationId, { table, id, reach }),
    ruleUsage: (query) => readRuleUsage(store, organizationId, query),
    rows: (query) => listRows(store, organizationId, query),
    rowsByKey: (keys, reach) => readReachedRows(store, organizationId, { keys, reach }),
    storedRowsByKey: (keys, reach) => readStoredRows(store, organizationId, { keys, reach }),
    workItem: (id) => readWorkItem(store, organizationId, id),
    workItems: (query) => listWorkItems(store, organizationId, query),
    workItemCount: (query) => countWorkItems(store, organizationId, query),
    unreadWorkItems: (query) => listUnread(store, organizationId, query),
    workItemsById: (ids) => readWorkItems(store, organizationId, ids),
    messages: (query) => listMessages(store, organizationId, query),
    lastNotes: (query) => readLastNotes(store, organizationId, query),
    messagesById: (ids) => readMessages(store, organizationId, ids),
    message: (id) => readMessage(store, organizationId, id),
    receipt: (workItem) => readReceipt(store, organizationId, workItem),
    journal: ({ workItem, after, limit }) =>
      workItem === null
        ? readEvents(store, { organizationId, after, limit })
        : readWorkItemEvents(store, { organizationId, workItem, after, limit }),
    representatives: () => readRepresentativeStates(store, organizationId),
    routingEnabled: async () => (await readOrganization(store, organizationId))?.routingEnabled ?? false,
    routing: () => readRouting(store, organizationId),
  }
}
