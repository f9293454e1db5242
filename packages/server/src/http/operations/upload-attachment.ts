import { AppError } from '@unified-routing/contract'
import { requireFileAllowed } from '../../channels/live-chat/file-rules.ts'
import type { Handler } from '../handler.ts'
import { invalid } from '../parse.ts'
import { requireSpeaker, requireVisibleWorkItem } from '../policies.ts'

export const uploadAttachment: Handler<'uploadAttachment'> = async ({ params, query, body, caller }, services) => {
  const { name, type: contentType, from } = query
  const item = await requireVisibleWorkItem(params.id, caller, services)
  requireSpeaker(item, from, caller)
  if (item.state === 'Closed')
    throw new AppError('refused', `The conversation ${item.id} is closed.`, { reason: 'wrongState' })
  if (body.byteLength === 0) throw invalid([{ path: 'body', message: 'must not be empty' }])
  requireFileAllowed(await services.chats.widgetOf(item.id), { from, name, bytes: body.byteLength })
  const file = { workItem: item.id, uploadedBy: from, name, contentType, content: body }
  return { body: await services.attachments.upload(file) }
}
