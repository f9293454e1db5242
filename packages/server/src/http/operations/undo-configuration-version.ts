import { AppError } from '@unified-routing/contract'
import { reverseChanges } from '@unified-routing/routing'
import { changeRows } from '../change-rows.ts'
import type { Handler } from '../handler.ts'
import { noSuchVersion } from '../views/version-view.ts'

export const undoConfigurationVersion: Handler<'undoConfigurationVersion'> = async (call, services) => {
  const version = Number(call.params.version)
  const { history } = services
  const [facts, seen] = await Promise.all([history.facts(version), history.document(version)])
  if (facts === null || seen === null) throw noSuchVersion(version)
  const changes = reverseChanges(await history.changesOf(version))
  if (facts.counts === null || changes.length === 0) {
    throw new AppError('refused', `Version ${version} has no changes that could be taken back.`, {
      reason: 'nothingToUndo',
    })
  }
  const { note = `Version ${version} undone` } = call.body
  return changeRows({ changes, basedOn: version, seen, note }, call, services)
}
