import { type Configuration, documentDifference, type RowChange } from '@unified-routing/routing'
import type { Handler } from '../handler.ts'
import type { Services } from '../services.ts'
import { viewRowChange } from '../views/row-change-view.ts'
import { noSuchVersion } from '../views/version-view.ts'

export const getConfigurationDifference: Handler<'getConfigurationDifference'> = async (
  { params, query },
  { history },
) => {
  const to = Number(params.version)
  const from = query.from === undefined ? to - 1 : Number(query.from)
  const changes = await changesBetween(from, to, history)
  return { body: { from, to, difference: changes.map(viewRowChange) } }
}

/** Of neighbours as they were stored, with names that changed; of others by comparing their documents, row by row. */
async function changesBetween(from: number, to: number, history: Services['history']): Promise<readonly RowChange[]> {
  const facts = await history.facts(to)
  if (facts === null) throw noSuchVersion(to)
  if (from === to - 1 && facts.counts !== null) return history.changesOf(to)
  const [before, after, renamings] = await Promise.all([
    documentOf(from, history),
    documentOf(to, history),
    history.renamings({ after: from, upTo: to }),
  ])
  return documentDifference(before, after, renamings)
}

async function documentOf(version: number, history: Services['history']): Promise<Configuration> {
  if (version === 0) return { version: 1 }
  const document = await history.document(version)
  if (document === null) throw noSuchVersion(version)
  return document
}
