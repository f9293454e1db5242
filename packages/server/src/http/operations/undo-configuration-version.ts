import { AppError } from '@unified-routing/contract'
import { reverseChanges } from '@unified-routing/routing'
import { changeRows } from '../change-rows.ts'
import type { Handler } from '../handler.ts'
import { noSuchVersion } from '../views/version-view.ts'

export const undoConfigurationVersion: Handler<'undoConfigurationVersion'> = async (call, services) => {
  const version = Number(call.params.version)
  const { engine, history } = services
  const [facts, seen, before] = await Promise.all([
    history.facts(version),
    history.document(version),
    history.document(version - 1),
  ])
  if (facts === null || seen === null) throw noSuchVersion(version)
  const present = engine.configuration().document
  const changes = reverseChanges(await history.changesOf(version), { before: before ?? seen, present })
  if (facts.counts === null || changes.length === 0) {
    throw new AppError('refused', `Version ${version} has no changes that could be taken back.`, {
      reason: 'nothingToUndo',
    })
  }
  const { note = `Version ${version} undone` } = call.body
  return changeRows({ changes, basedOn: version, seen, note }, call, services)
}
