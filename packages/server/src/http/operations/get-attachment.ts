import { AppError } from '@unified-routing/contract'
import { attachmentHeaders } from '../../attachments/attachment-headers.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'

export const getAttachment: Handler<'getAttachment'> = async ({ params, caller }, services) => {
  const { id } = await requireVisibleWorkItem(params.id, caller, services)
  const [file] = await services.attachments.known(id, [params.attachment])
  const content = file === undefined ? null : await services.attachments.content(file.id)
  if (file === undefined || content === null)
    throw new AppError('notFound', `There is no file ${params.attachment} in this conversation.`)
  return { body: content, headers: attachmentHeaders(file) }
}
