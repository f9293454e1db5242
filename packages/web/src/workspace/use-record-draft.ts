import { useMemo } from 'react'
import { useSession } from '../data/viewer.ts'
import type { FormValues } from '../records/form-values.ts'
import type { RowDraft, RowDraftKeeper } from '../records/use-row-draft.ts'
import { readDrafts, writeDraft } from './draft-store.ts'

const FIELD = 'record'

/** Keeps what was typed into the form of a record while other sessions are shown, and over a reload. */
export function useRecordDraft(workItem: string): RowDraftKeeper {
  const account = useSession().account.id
  return useMemo(() => {
    const owner = { account, workItem }
    return {
      kept: parseDraft(readDrafts(localStorage, owner)[FIELD]),
      keep: (draft) =>
        writeDraft(localStorage, owner, { name: FIELD, text: draft === null ? '' : JSON.stringify(draft) }),
    }
  }, [account, workItem])
}

function parseDraft(text: string | undefined): RowDraft | null {
  if (text === undefined) return null
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || !('values' in parsed)) return null
    const { version, values } = parsed
    return typeof version === 'number' && isFormValues(values) ? { version, values } : null
  } catch {
    return null
  }
}

function isFormValues(values: unknown): values is FormValues {
  if (typeof values !== 'object' || values === null) return false
  return Object.values(values).every((value) => typeof value === 'string' || typeof value === 'boolean')
}
