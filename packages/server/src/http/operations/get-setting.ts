import { AppError, settingKindOf } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { requireAudience } from '../policies.ts'
import { viewSetting } from '../views/setting-view.ts'

export const getSetting: Handler<'getSetting'> = async ({ params, caller }, { settings }) => {
  const kind = settingKindOf(params.kind)
  requireAudience(kind.seenBy, caller)
  const setting = await settings.read(kind, params.name)
  if (setting === null)
    throw new AppError('notFound', `There is no ${kind.words.one} ${params.name}; list them to see which there are.`)
  return { body: viewSetting(params.kind, setting), version: setting.version }
}
