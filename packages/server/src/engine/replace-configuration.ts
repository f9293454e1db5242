import type { BatchDesk } from './batch-desk.ts'
import type { Operation, OperationAnswer, OperationRequest } from './operations.ts'
import { checkDocument, putInForce } from './put-in-force.ts'

/** Puts a whole document in force as the next version. A refused one changes nothing. */
export function replaceConfiguration(
  operation: Extract<Operation, { readonly type: 'replaceConfiguration' }>,
  { actor, origin = null }: Pick<OperationRequest, 'actor' | 'origin'>,
  desk: BatchDesk,
): OperationAnswer {
  const present = desk.configuration.version
  if ((operation.ifVersion ?? 0) !== present) {
    const message = `The configuration has version ${present} by now: read it again, then repeat.`
    return { status: 'conflict', message, presentVersion: present }
  }
  const checked = checkDocument(operation.configuration, desk.configuration.document)
  if (!checked.ok) return { status: 'invalid', problems: checked.problems }
  const { configuration } = checked
  const { note = null, restores = null } = operation
  const kind = restores === null ? 'replace' : 'restore'
  return putInForce({ configuration, kind, note, restoredVersion: restores, renamings: [], actor, origin }, desk)
}
