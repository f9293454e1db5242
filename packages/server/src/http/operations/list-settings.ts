import { settingKindOf } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { requireAudience } from '../policies.ts'
import { viewSetting } from '../views/setting-view.ts'

export const listSettings: Handler<'listSettings'> = async ({ params, caller }, { settings }) => {
  const kind = settingKindOf(params.kind)
  requireAudience(kind.seenBy, caller)
  const found = await settings.list(kind)
  return { body: { items: found.map((setting) => viewSetting(params.kind, setting)) } }
}
