import { AppError } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { changeRows } from '../change-rows.ts'
import type { Handler } from '../handler.ts'
import type { Services } from '../services.ts'

export const changeConfiguration: Handler<'changeConfiguration'> = async (call, services) => {
  const { changes, basedOn, note = null } = call.body
  const seen = await documentAt(basedOn, services)
  return changeRows({ changes, basedOn, seen, note }, call, services)
}

/** The document that the caller has seen. */
async function documentAt(version: number, { engine, history }: Services): Promise<Configuration> {
  const present = engine.configuration()
  if (version === present.version) return present.document
  const seen = version < present.version ? await history.document(version) : null
  if (seen !== null) return seen
  throw new AppError('conflict', `There is no version ${version} of the configuration; read it again.`, {
    presentVersion: present.version,
  })
}
