import type { Handler } from '../handler.ts'

export const getMetrics: Handler<'getMetrics'> = async (_call, { metrics }) => ({ body: await metrics() })
