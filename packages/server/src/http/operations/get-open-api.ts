import type { Handler } from '../handler.ts'

export const getOpenApi: Handler<'getOpenApi'> = async (_call, { documents }) => ({ body: documents.openApi })
