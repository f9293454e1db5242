import type { Engine } from './engine.ts'
import { EngineLife } from './engine-life.ts'
import type { EngineOptions } from './engine-options.ts'
import { createFeed } from './feed.ts'

/** Opens the one write path of an organization. Resolves when this server routes, or follows the one that does. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const feed = await createFeed(options.store, options.organizationId, options.log)
  const life = new EngineLife(options, feed)
  await life.start()
  return {
    submit: (request) => {
      const refusal = life.refusal()
      return refusal === null ? life.queue.submit(request) : Promise.reject(refusal)
    },
    router: () => life.router(),
    businessUnitOf: (item) => life.businessUnitOf(item),
    committedItem: (id) => life.committedItem(id),
    settled: () => life.settled(),
    configuration: () => life.configuration(),
    role: () => life.role,
    isServing: () => life.isServing(),
    onCommitted: (listener) => feed.listen(listener),
    waitingRequests: () => life.queue.size(),
    committedSequence: () => feed.committedSequence(),
    recover: () => life.recover(),
    drain: () => life.drained(),
    stop: () => life.stop(),
  }
}
