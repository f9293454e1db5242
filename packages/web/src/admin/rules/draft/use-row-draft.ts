import { type Configuration, type ListName, type Problem, validateConfiguration } from '@unified-routing/routing'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ChangeFailure } from '../../../data/change-failure.ts'
import { may } from '../../../data/permissions.ts'
import { useConfiguration } from '../../../data/use-change-configuration.ts'
import { useSession } from '../../../data/viewer.ts'
import { useSave } from '../../frame/use-save.ts'

/** A row of the configuration while somebody works on it, and the document as it would be with it. */
export interface RowDraft<Row> {
  readonly row: Row
  readonly configuration: Configuration
  /** Of the whole document; empty while nothing is changed. */
  readonly problems: readonly Problem[]
  readonly isDirty: boolean
  readonly isReadOnly: boolean
  readonly isSaving: boolean
  readonly failure: ChangeFailure | null
  readonly change: (row: Row) => void
  readonly save: () => Promise<boolean>
  /** Drops what was changed and takes the row as it is in force. */
  readonly discard: () => void
}

export interface DraftedRow<Row> {
  readonly list: ListName
  readonly name: string
  /** "Workstream Billing cases is saved". */
  readonly savedTitle: string
  /** The row in force. */
  readonly present: Row
  readonly put: (configuration: Configuration, row: Row) => Configuration
}

/** Holds the changes of a row until they are saved. What others save meanwhile shows, unless it is this very row. */
export function useRowDraft<Row>({ list, name, savedTitle, present, put }: DraftedRow<Row>): RowDraft<Row> {
  const { document, version } = useConfiguration()
  const saving = useSave()
  const [changed, setChanged] = useState<{ readonly row: Row; readonly basedOn: number } | null>(null)
  const row = changed?.row ?? present
  const isDirty = changed !== null
  const configuration = useMemo(() => (isDirty ? put(document, row) : document), [document, row, isDirty, put])
  const problems = useProblems(configuration, isDirty)
  return {
    row,
    configuration,
    problems,
    isDirty,
    isReadOnly: !may(useSession(), 'editConfiguration'),
    isSaving: saving.isSaving,
    failure: saving.failure,
    change: (next) => setChanged((before) => ({ row: next, basedOn: before?.basedOn ?? version })),
    save: async () => {
      if (changed === null) return true
      const { basedOn } = changed
      const reply = await saving.save({ basedOn, changes: [{ list, name, row: changed.row }], title: savedTitle })
      if (reply !== null) setChanged(null)
      return reply !== null
    },
    discard: () => {
      saving.reset()
      setChanged(null)
    },
  }
}

/** What is in force is valid, so only a changed document is looked at, a moment behind the typing. */
function useProblems(configuration: Configuration, isDirty: boolean): readonly Problem[] {
  const shown = useDeferredValue(configuration)
  return useMemo(() => {
    if (!isDirty) return []
    const validation = validateConfiguration(shown)
    return validation.ok ? [] : validation.problems
  }, [shown, isDirty])
}
