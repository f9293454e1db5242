import type { Handler } from '../handler.ts'
import { requireVisibleConversation } from '../policies.ts'
import { isoInstantOrNull } from '../views/instants.ts'

export const getSurvey: Handler<'getSurvey'> = async ({ params, caller }, services) => {
  const { id } = await requireVisibleConversation(params.id, caller, services)
  const { answeredAt, answers } = await services.chats.survey(id)
  return { body: { answeredAt: isoInstantOrNull(answeredAt), answers: [...answers] } }
}
