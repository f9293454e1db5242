import { presenceCatalog } from '@unified-routing/routing'
import type { ProvisioningStep } from '../provisioning-step.ts'

const DEFAULT_PRESENCE = 'Available'

/** Everybody who takes work gets the presence they sign in with; those of the system are always there. */
export const presences: ProvisioningStep = {
  name: 'presences',
  title: 'Presences',
  async run({ editConfiguration, engine }) {
    const isChanged = await editConfiguration((document) => {
      const people = document.representatives ?? []
      if (people.every(({ defaultPresence }) => defaultPresence !== undefined)) return document
      return {
        ...document,
        representatives: people.map((person) => ({ defaultPresence: DEFAULT_PRESENCE, ...person })),
      }
    })
    const { size } = presenceCatalog(engine.configuration().document.presences)
    return isChanged
      ? `${size} presences; everybody without a default presence signs in as ${DEFAULT_PRESENCE}.`
      : `${size} presences; everybody has a default presence.`
  },
}
