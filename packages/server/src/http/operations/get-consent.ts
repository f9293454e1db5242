import type { Handler } from '../handler.ts'
import { viewConsents } from '../views/consent-view.ts'

export const getConsent: Handler<'getConsent'> = async ({ caller }, services) => ({
  body: await viewConsents(caller, services),
})
