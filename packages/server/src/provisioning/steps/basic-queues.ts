import { queueCatalog } from '@unified-routing/routing'
import type { ProvisioningStep } from '../provisioning-step.ts'

/** A basic queue only lists its members. It is told how its work is given out, and its priority among others. */
export const basicQueues: ProvisioningStep = {
  name: 'basicQueues',
  title: 'Migration of basic queues',
  async run({ editConfiguration, engine }) {
    const basic = (engine.configuration().document.queues ?? []).filter(({ assignment }) => assignment === undefined)
    await editConfiguration((document) => {
      const catalog = queueCatalog(document)
      return {
        ...document,
        queues: (document.queues ?? []).map((queue) => {
          const settings = catalog.get(queue.name)
          if (queue.assignment !== undefined || settings === undefined) return queue
          return { ...queue, priority: settings.priority, assignment: settings.assignment }
        }),
      }
    })
    return basic.length === 0
      ? 'There were no basic queues.'
      : `Now give out work by a method of their own: ${basic.map(({ name }) => name).join(', ')}.`
  },
}
