import { type Client, createClient } from '@unified-routing/client'
import type { OperationId, Operations } from '@unified-routing/contract'

/** What an operation takes as its query. */
export type QueryOf<Id extends OperationId> = Operations[Id]['query']['_zod']['input']

/** The one client of this page: same origin, session cookie. */
export const api: Client = createClient({ baseUrl: '' })
