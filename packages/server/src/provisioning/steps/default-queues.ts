import { defaultQueueNames, queueCatalog } from '@unified-routing/routing'
import type { ProvisioningStep } from '../provisioning-step.ts'

/** The system's queue of each kind of work, as a row of the configuration that can be opened and changed. */
export const defaultQueues: ProvisioningStep = {
  name: 'defaultQueues',
  title: 'Default queues',
  async run({ editConfiguration }) {
    const isMade = await editConfiguration((document) => {
      const present = document.queues ?? []
      const catalog = queueCatalog(document)
      const missing = Object.values(defaultQueueNames).flatMap((name) => {
        const queue = catalog.get(name)
        const isThere = queue === undefined || present.some((one) => one.name === name)
        return isThere ? [] : [{ name, type: queue.type, assignment: queue.assignment }]
      })
      return missing.length === 0 ? document : { ...document, queues: [...present, ...missing] }
    })
    return isMade ? 'The default queues were added to the configuration.' : 'The default queues were there.'
  },
}
