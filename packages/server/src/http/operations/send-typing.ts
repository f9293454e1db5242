import type { Handler } from '../handler.ts'
import { requireSpeaker, requireVisibleWorkItem } from '../policies.ts'

export const sendTyping: Handler<'sendTyping'> = async ({ params, body, caller }, services) => {
  const item = await requireVisibleWorkItem(params.id, caller, services)
  requireSpeaker(item, body.from, caller)
  const author = body.from === 'representative' ? caller.representative : null
  services.signals.send({ type: 'typing', workItem: item.id, from: body.from, author })
  return { body: null }
}
