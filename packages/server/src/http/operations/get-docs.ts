import type { Handler } from '../handler.ts'

export const getDocs: Handler<'getDocs'> = async (_call, { documents }) => ({ body: documents.page })
