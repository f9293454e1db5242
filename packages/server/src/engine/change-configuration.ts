import { isDeepStrictEqual } from 'node:util'
import { applyChanges, type Configuration, documentDifference } from '@unified-routing/routing'
import type { BatchDesk } from './batch-desk.ts'
import type { Operation, OperationAnswer, OperationRequest, RowConflict } from './operations.ts'
import { checkDocument, putInForce } from './put-in-force.ts'
import { rowsTouchedBy, touchedIn } from './touched-rows.ts'

type ChangeConfiguration = Extract<Operation, { readonly type: 'changeConfiguration' }>

/** Edits rows of the document in force and makes the result the next version. What is refused changes nothing, and what
 * changes nothing makes no version. */
export function changeConfiguration(
  operation: ChangeConfiguration,
  { actor, origin = null }: Pick<OperationRequest, 'actor' | 'origin'>,
  desk: BatchDesk,
): OperationAnswer {
  const { document, version } = desk.configuration
  const conflicts = version === operation.basedOn ? [] : conflictsOf(operation, document)
  if (conflicts.length > 0) {
    const message = 'Somebody else has changed what you are changing: look at both, then save again.'
    return { status: 'conflict', message, presentVersion: version, rows: conflicts }
  }
  const edit = applyChanges(document, operation.changes)
  if (!edit.ok) {
    if (edit.dependents.length > 0) return { status: 'named', dependents: edit.dependents }
    return { status: 'invalid', problems: edit.problems }
  }
  const checked = checkDocument(edit.document, document, edit.renamings)
  if (!checked.ok) return { status: 'invalid', problems: checked.problems.map(edit.placeProblem) }
  const { configuration } = checked
  if (documentDifference(document, configuration, edit.renamings).length === 0) {
    return desk.done({ configurationVersion: version, plan: [] })
  }
  const { note } = operation
  const { renamings } = edit
  const answer = putInForce(
    { configuration, kind: 'change', note, restoredVersion: null, renamings, actor, origin },
    desk,
  )
  return answer.status === 'done' ? { ...answer, removedReferences: edit.removedReferences } : answer
}

/** The touched rows that are not what they were when the caller looked, nor what the caller makes of them. */
function conflictsOf({ changes, base }: ChangeConfiguration, document: Configuration): RowConflict[] {
  const present = touchedIn(document)
  return rowsTouchedBy(changes).flatMap((touched, index) => {
    const [before, theirs] = [base[index] ?? null, present(touched)]
    if (isDeepStrictEqual(before, theirs) || isDeepStrictEqual(theirs, touched.wanted)) return []
    const { change, list, name } = touched
    return [{ change, list, name, base: before, theirs }]
  })
}
