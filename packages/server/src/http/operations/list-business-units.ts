import type { Handler } from '../handler.ts'

export const listBusinessUnits: Handler<'listBusinessUnits'> = async (_call, { businessUnits }) => ({
  body: await businessUnits.list(),
})
