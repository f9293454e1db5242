import { settingKindOf } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { requireAudience } from '../policies.ts'
import { auditActorOf } from '../record-audit.ts'

export const deleteSetting: Handler<'deleteSetting'> = async ({ params, caller, request }, { settings }) => {
  const kind = settingKindOf(params.kind)
  requireAudience(kind.editedBy, caller)
  await settings.remove({ kind, name: params.name }, request.ifMatch ?? 0, {
    by: auditActorOf(caller),
    ip: request.ip,
  })
  return { body: null }
}
