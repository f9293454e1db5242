import { fileRulesOf } from '../../channels/live-chat/file-rules.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'

export const getFileRules: Handler<'getFileRules'> = async ({ params, caller }, services) => {
  const { id } = await requireVisibleWorkItem(params.id, caller, services)
  return { body: fileRulesOf(await services.chats.widgetOf(id)) }
}
