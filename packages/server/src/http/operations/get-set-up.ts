import type { Handler } from '../handler.ts'
import { setUpOf } from '../insights/set-up.ts'

export const getSetUp: Handler<'getSetUp'> = async (_call, { engine, reads, enabling, catalogs }) => {
  const [isOn, hasWork] = await Promise.all([reads.routingEnabled(), enabling.hasWork()])
  const isRoutingOn = engine.router()?.routingEnabled() ?? isOn
  return { body: setUpOf({ document: catalogs().document, isRoutingOn, hasWork }) }
}
