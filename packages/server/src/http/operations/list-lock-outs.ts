import type { Handler } from '../handler.ts'

export const listLockOuts: Handler<'listLockOuts'> = async (_call, { lockOut }) => ({
  body: { items: await lockOut.list() },
})
