import type { ProvisioningStep } from '../provisioning-step.ts'
import { serviceActor } from '../service-actor.ts'

/** The last step: from now on intake takes new work. */
export const switchOn: ProvisioningStep = {
  name: 'switchOn',
  title: 'Turn on',
  async run({ command }) {
    await command({ type: 'setRouting', actor: serviceActor, enabled: true })
    return 'Unified routing is on.'
  },
}

/** Nothing new is routed; open work drains or returns, as the administrator chose. */
export const switchOff: ProvisioningStep = {
  name: 'switchOff',
  title: 'Turn off',
  async run({ command, openWork }) {
    const choice = openWork ?? 'return'
    await command({ type: 'setRouting', actor: serviceActor, enabled: false, openWork: choice })
    return choice === 'drain'
      ? 'Nothing new is routed; open work is given out and worked to its end.'
      : 'Nothing new is routed; offers went back to their queues.'
  },
}
