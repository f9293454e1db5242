import type { Handler } from '../handler.ts'
import { viewRepresentative } from '../views/representative-view.ts'

export const getRepresentative: Handler<'getRepresentative'> = async ({ params, caller }, services) => ({
  body: await viewRepresentative(params.name, caller, services),
})
