import { useQuery } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useItemAction } from '../use-item-action.ts'
import { showPanelDialog } from './panel-dialog.ts'

/** Closes the conversation. It asks first what has not ended, and how it turned out where there are codes for that. */
export function useCloseCommand(item: WorkItemView): () => void {
  const { run } = useItemAction()
  const codes = useDispositionCodes(item.workstream)
  return () => {
    if (item.state !== 'Wrap-up') showPanelDialog({ item: item.id, dialog: 'leave' })
    else if (codes.length > 0 && item.dispositions.length === 0) showPanelDialog({ item: item.id, dialog: 'close' })
    else run(() => api.workItems.close(item.id))
  }
}

export interface DispositionCode {
  readonly title: string
  readonly category: string | null
  readonly description: string
}

/** The codes that may be chosen in a workstream, those of one category together. */
export function useDispositionCodes(workstream: string): readonly DispositionCode[] {
  const { data = [] } = useQuery(settingsQuery(settingKinds.disposition))
  return data
    .map(({ value }) => value)
    .filter(({ workstreams }) => workstreams.length === 0 || workstreams.includes(workstream))
    .toSorted((left, right) => (left.category ?? '').localeCompare(right.category ?? ''))
}
