import { type Configuration, type ListName, type Problem, validateConfiguration } from '@unified-routing/routing'
import { useDeferredValue, useMemo, useState } from 'react'
import { may } from '../../../data/permissions.ts'
import { useConfiguration } from '../../../data/use-change-configuration.ts'
import { useSession } from '../../../data/viewer.ts'
import type { RowEdit } from '../../frame/row-edit.ts'
import { useSave } from '../../frame/use-save.ts'

/** A row of the configuration while somebody works on it, and the document as it would be with it. */
export interface RowDraft<Row> extends RowEdit<Row> {
  readonly row: Row
  /** As it is in force. */
  readonly stored: Row
  readonly configuration: Configuration
  /** Where the row stands in it: "workstreams[0]". */
  readonly path: string
  /** Of the whole document; empty while nothing is changed. */
  readonly problems: readonly Problem[]
  readonly isReadOnly: boolean
  readonly change: (row: Row) => void
  readonly save: () => Promise<boolean>
}

export interface DraftedRow<Row> {
  readonly list: ListName
  readonly name: string
  /** "Workstream Billing cases is saved". */
  readonly savedTitle: string
  /** The row in force. */
  readonly present: Row
  readonly put: (configuration: Configuration, row: Row) => Configuration
  readonly indexOf: (configuration: Configuration, name: string) => number
}

/** Holds the changes of a row until they are saved. What others save meanwhile shows, unless it is this very row. */
export function useRowDraft<Row>({ list, name, savedTitle, present, ...how }: DraftedRow<Row>): RowDraft<Row> {
  const { put, indexOf } = how
  const { document, version } = useConfiguration()
  const saving = useSave()
  const [changed, setChanged] = useState<Changed<Row> | null>(null)
  const row = changed?.row ?? present
  const isDirty = changed !== null
  const configuration = useMemo(() => (isDirty ? put(document, row) : document), [document, row, isDirty, put])
  const problems = useProblems(configuration, isDirty)
  const saveRow = async (saved: unknown, basedOn: number) => {
    const reply = await saving.save({ basedOn, changes: [{ list, name, row: saved }], title: savedTitle })
    if (reply !== null) setChanged(null)
    return reply !== null
  }
  return {
    row,
    stored: present,
    base: changed?.base ?? present,
    mine: () => row,
    configuration,
    path: `${list}[${indexOf(configuration, name)}]`,
    problems,
    isDirty,
    isReadOnly: !may(useSession(), 'editConfiguration'),
    isSaving: saving.isSaving,
    failure: saving.failure,
    change: (next) => setChanged((before) => ({ base: present, basedOn: version, ...before, row: next })),
    save: async () => changed === null || (await saveRow(changed.row, changed.basedOn)),
    saveOver: (merged) => void saveRow(merged, version),
    takeStored: () => {
      saving.reset()
      setChanged(null)
    },
    keepEditing: saving.reset,
  }
}

interface Changed<Row> {
  readonly row: Row
  /** The row and the version as they were when the first change was made. */
  readonly base: Row
  readonly basedOn: number
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
