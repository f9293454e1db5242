import { readTranscript } from '../../transcripts/read-transcript.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleConversation } from '../policies.ts'
import { viewOneWorkItem } from '../views/work-item-view.ts'

export const getTranscript: Handler<'getTranscript'> = async ({ params, query, caller }, services) => {
  const item = await requireVisibleConversation(params.id, caller, services)
  const { title, customerName } = await viewOneWorkItem(item, caller, services)
  const { representatives } = services.catalogs()
  const body = await readTranscript(
    {
      conversation: item.id,
      title,
      locale: 'en',
      timeZone: query.timeZone ?? null,
      nameOf: ({ from, author }) => {
        if (author !== null) return representatives.get(author)?.fullName ?? author
        return from === 'customer' ? (customerName ?? 'Customer') : 'Information'
      },
    },
    services,
  )
  return { body, headers: { 'content-disposition': 'attachment; filename="transcript.txt"' } }
}
