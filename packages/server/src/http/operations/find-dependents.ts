import { referencesTo } from '@unified-routing/routing'
import type { Handler } from '../handler.ts'
import { viewDependent } from '../views/dependent-view.ts'

export const findDependents: Handler<'findDependents'> = async ({ query }, { engine }) => {
  const { document, version } = engine.configuration()
  return { body: { items: referencesTo(document, query.list, query.name).map(viewDependent), version } }
}
