import type { Handler } from '../handler.ts'

export const getConfiguration: Handler<'getConfiguration'> = async (_call, { engine }) => {
  const { document, version } = engine.configuration()
  return { body: { ...document }, version }
}
