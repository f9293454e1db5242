import type { AccountView } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const changeAccount: Handler<'changeAccount'> = async (call, services) => {
  const { before, after } = await services.accountStanding.change(call.params.id, call.body, call.caller)
  await recordAudit(call, services, {
    action: 'accountChanged',
    list: 'accounts',
    name: after.email,
    summary: `The account of ${after.name} was changed`,
    before: standingOf(before),
    after: standingOf(after),
  })
  return { body: after }
}

function standingOf({ roles, businessUnit, accessMode, tenantAdministrator }: AccountView) {
  return { roles, businessUnit, accessMode, tenantAdministrator }
}
