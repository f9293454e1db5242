import type { Handler } from '../handler.ts'
import { viewOrganization } from '../views/organization-view.ts'

export const getOrganization: Handler<'getOrganization'> = async (_call, services) => ({
  body: await viewOrganization(services),
})
