import type { ProvisioningStep } from '../provisioning-step.ts'

/** The account in whose name the system works. It has no password, and its access mode lets nobody sign in. */
export const serviceUser: ProvisioningStep = {
  name: 'serviceUser',
  title: 'Service user',
  async run({ accounts }) {
    const isMade = await accounts.ensureServiceUser()
    return isMade ? 'The service user was made; nobody can sign in as it.' : 'The service user was there.'
  },
}
