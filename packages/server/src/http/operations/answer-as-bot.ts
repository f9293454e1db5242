import type { Handler } from '../handler.ts'

export const answerAsBot: Handler<'answerAsBot'> = async ({ body }, services) => {
  const { conversation, token, id, answer } = body
  const key = `later:${id ?? services.newId()}`
  await services.bots.answer({ conversation, token, key, answer })
  return { body: null }
}
