import type { Handler } from '../handler.ts'
import { viewUnifiedRouting } from '../views/unified-routing-view.ts'

export const getUnifiedRouting: Handler<'getUnifiedRouting'> = async ({ caller }, services) => ({
  body: await viewUnifiedRouting(caller, services),
})
