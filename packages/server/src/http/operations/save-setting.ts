import { settingKindOf } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { parsePart } from '../parse.ts'
import { requireAudience } from '../policies.ts'
import { auditActorOf } from '../record-audit.ts'
import { requireFitting, requireKnownSecrets, requireReferences } from '../setting-checks.ts'
import { viewSetting } from '../views/setting-view.ts'

export const saveSetting: Handler<'saveSetting'> = async ({ params, body, caller, request }, services) => {
  const kind = settingKindOf(params.kind)
  requireAudience(kind.editedBy, caller)
  const value = parsePart('body.value', kind.value, body.value)
  const { secrets = {} } = body
  requireKnownSecrets(kind, secrets)
  requireReferences(kind, value, services.engine.configuration().document)
  await requireFitting({ kind, name: params.name }, value, services)
  const saved = await services.settings.save(
    { kind, name: params.name },
    { value, secrets, basedOn: request.ifMatch },
    { by: auditActorOf(caller), ip: request.ip },
  )
  return { body: viewSetting(params.kind, saved), version: saved.version }
}
