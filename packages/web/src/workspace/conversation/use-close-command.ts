import { useQuery } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useItemAction } from '../use-item-action.ts'
import { showPanelDialog } from './panel-dialog.ts'

/** Closes the conversation; where there are disposition codes for it, and none was noted, it asks for them first. */
export function useCloseCommand(item: WorkItemView): () => void {
  const { run } = useItemAction()
  const codes = useDispositionCodes(item.workstream)
  return () => {
    if (item.state === 'Wrap-up' && codes.length > 0 && item.dispositions.length === 0) {
      showPanelDialog({ item: item.id, dialog: 'close' })
    } else run(() => api.workItems.close(item.id))
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
