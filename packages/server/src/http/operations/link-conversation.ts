import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { rowReach } from '../reach.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** The record has to exist, so that no link leads nowhere from the start. */
export const linkConversation: Handler<'linkConversation'> = async ({ params, body, caller, request }, services) => {
  const { record } = body
  if (record !== null && (await services.reads.row(record, rowReach('seeRows', caller, services))) === null) {
    throw new AppError('notFound', `There is no ${record.table} ${record.id}; create it first, or link another record.`)
  }
  const command = { type: 'linkRecord', workItem: params.id, record } as const
  return actOnHeldWork({ command, caller, request }, services)
}
