import { AppError } from '@unified-routing/contract'
import { readLease } from '../../store/lease.ts'
import type { ProvisioningStep } from '../provisioning-step.ts'

/** The router holds its lease and answers: from here on work can be routed. */
export const routerLease: ProvisioningStep = {
  name: 'routerLease',
  title: 'Router lease',
  async run({ engine, store, organizationId, now }) {
    const router = await engine.settled()
    const lease = await readLease(store, organizationId)
    if (router === null || lease === null || lease.expiresAt <= now())
      throw new AppError('unavailable', 'The router does not hold its lease at the moment.', { retryAfterSeconds: 1 })
    return `The router leads in its term ${lease.epoch}, configuration ${router.configurationVersion()}.`
  },
}
