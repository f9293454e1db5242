import { useCallback, useState } from 'react'
import { useSession } from '../data/viewer.ts'
import { readDrafts, writeDraft } from './draft-store.ts'

/** A text that is being typed for a work item. It survives another tab of the workspace and a reload; '' ends it.
 *
 * Mount the component that uses it once for each item (give it the item's id as key). */
export function useDraft(workItem: string, field: string): readonly [string, (text: string) => void] {
  const account = useSession().account.id
  const [text, setText] = useState(() => readDrafts(localStorage, { account, workItem })[field] ?? '')
  const handleText = useCallback(
    (next: string) => {
      setText(next)
      writeDraft(localStorage, { account, workItem }, { name: field, text: next })
    },
    [account, workItem, field],
  )
  return [text, handleText]
}
