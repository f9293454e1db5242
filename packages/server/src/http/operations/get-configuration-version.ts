import type { Handler } from '../handler.ts'
import { noSuchVersion, viewVersion } from '../views/version-view.ts'

export const getConfigurationVersion: Handler<'getConfigurationVersion'> = async ({ params }, { history }) => {
  const version = Number(params.version)
  const [facts, document] = await Promise.all([history.facts(version), history.document(version)])
  if (facts === null || document === null) throw noSuchVersion(version)
  return { body: { ...viewVersion(facts), document: { ...document } } }
}
