import { ApiError } from '@unified-routing/client'
import type { ConflictingRow, Dependent } from '@unified-routing/contract'
import { failureText } from './failure-text.ts'

/** Something wrong with a change, where a form can show it. */
export interface ChangeProblem {
  /** The index of the change it lies in; null: elsewhere in the document. */
  readonly change: number | null
  /** Inside the row: "members[2]", "name"; inside the settings: "declineLimit"; else in the document. */
  readonly path: string
  readonly message: string
}

/** Why a change was not saved. */
export interface ChangeFailure {
  /** A sentence for a summary. */
  readonly text: string
  readonly problems: readonly ChangeProblem[]
  /** Rows that somebody else changed meanwhile: what they were, and what they are. */
  readonly conflicts: readonly ConflictingRow[]
  /** What names a row that was to be removed. */
  readonly dependents: readonly Dependent[]
}

export function changeFailureOf(error: Error): ChangeFailure {
  if (!(error instanceof ApiError)) {
    return { text: failureText(error), problems: [], conflicts: [], dependents: [] }
  }
  const { message: text, conflicts, dependents } = error
  return { text, conflicts, dependents, problems: error.errors.map(problemOf) }
}

const inChange = /^(?:body\.)?changes\[(\d+)\]\.?(.*)$/

function problemOf({ path, message }: { readonly path: string; readonly message: string }): ChangeProblem {
  const [, change, rest = ''] = inChange.exec(path) ?? []
  if (change === undefined) return { change: null, path, message }
  return {
    change: Number(change),
    path: rest.replace(/^(?:row|organization)\.?/, '').replace(/^rename$/, 'name'),
    message,
  }
}
