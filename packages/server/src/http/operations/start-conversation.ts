import { AppError } from '@unified-routing/contract'
import { CUSTOMER_TABLE } from '@unified-routing/routing'
import { type Caller, oversightActor } from '../../auth/caller.ts'
import type { Call, Handler } from '../handler.ts'
import { invalid } from '../parse.ts'
import { rowReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { submit } from '../submit.ts'
import { answerWorkItem } from '../work-item-action.ts'

export const startConversation: Handler<'startConversation'> = async ({ body, caller, request }, services) => {
  const { workstream, customer, context, text } = body
  const id = body.id ?? services.newId()
  const message = text === null ? null : { id: services.newId(), text }
  const { workItem } = await submit(request, services, {
    operation: {
      type: 'startConversation',
      id,
      workstream,
      customer,
      context,
      message,
      ...(await botOf(workstream, services)),
    },
    actor: oversightActor(caller),
    check: () => requireSensibleConversation(body, caller, services),
  })
  if (workItem === null) throw new AppError('internal', `Conversation ${id} was started without a work item.`)
  return answerWorkItem(workItem, { caller, request }, services)
}

async function botOf(workstream: string, { bots }: Services): Promise<{ readonly bot?: string }> {
  const bot = await bots.of(workstream)
  return bot === null ? {} : { bot: bot.name }
}

type Body = Call<'startConversation'>['body']

async function requireSensibleConversation(
  { id, workstream, customer }: Body,
  caller: Caller,
  services: Services,
): Promise<void> {
  const { workstreams } = services.catalogs()
  if (id !== undefined && (await services.reads.workItem(id)) !== null)
    throw new AppError('refused', `There is a work item ${id} already; choose another id.`, { reason: 'alreadyExists' })
  if (!workstreams.has(workstream))
    throw invalid([{ path: 'body.workstream', message: `there is no workstream ${workstream}` }])
  if (customer === null) return
  const reach = rowReach('seeRows', caller, services)
  if ((await services.reads.row({ table: CUSTOMER_TABLE, id: customer }, reach)) === null)
    throw invalid([{ path: 'body.customer', message: `there is no contact ${customer}` }])
}
