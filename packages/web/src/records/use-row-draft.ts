import type { RowView } from '@unified-routing/contract'
import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { FormValues } from './form-values.ts'

/** What was typed into the form of a row and is not saved, with the version of the row that was seen then. */
export interface RowDraft {
  readonly version: number
  readonly values: FormValues
}

/** Where a form keeps what was typed while it is out of sight. */
export interface RowDraftKeeper {
  /** What was kept when the form was opened. */
  readonly kept: RowDraft | null
  readonly keep: (draft: RowDraft | null) => void
}

/** The row under what was typed: somebody may have changed it since, and saving over that has to be a conflict. */
export function rowOfDraft(row: RowView | null, draft: RowDraftKeeper | null): RowView | null {
  return row && draft?.kept ? { ...row, version: draft.kept.version } : row
}

/** Puts back what was typed when the form was last open, and keeps what is typed from now on. */
export function useRowDraft(form: UseFormReturn<FormValues>, draft: RowDraftKeeper | null, version: number): void {
  useEffect(() => {
    for (const [name, value] of Object.entries(draft?.kept?.values ?? {}))
      form.setValue(name, value, { shouldDirty: true })
  }, [form, draft])
  useEffect(() => {
    if (!draft) return
    return form.subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ values, defaultValues = {} }) => {
        const typed = Object.entries(values).filter(([name, value]) => value !== defaultValues[name])
        draft.keep(typed.length === 0 ? null : { version, values: Object.fromEntries(typed) })
      },
    })
  }, [form, draft, version])
}
