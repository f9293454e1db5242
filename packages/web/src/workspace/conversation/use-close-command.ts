import { useQuery } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useItemAction } from '../use-item-action.ts'
import { showPanelDialog } from './panel-dialog.ts'

/** Closes the conversation. It asks first what has not ended, and how it turned out where there are codes for that. */
export function useCloseCommand(item: WorkItemView): () => void {
  const { run } = useItemAction()
  const asksForCodes = useAsksForCodes()
  return () => {
    if (item.state !== 'Wrap-up') showPanelDialog({ item: item.id, dialog: 'leave' })
    else if (asksForCodes(item)) showPanelDialog({ item: item.id, dialog: 'close' })
    else run(() => api.workItems.close(item.id))
  }
}

/** Whether closing a conversation asks how it turned out: in wrap-up, while no code is chosen and there are some. */
export function useAsksForCodes(): (item: WorkItemView) => boolean {
  const { data = [] } = useQuery(settingsQuery(settingKinds.disposition))
  return ({ state, workstream, dispositions }) =>
    state === 'Wrap-up' && dispositions.length === 0 && data.some(({ value }) => isFor(value, workstream))
}

/** Whether a conversation of the workstream is closed only after a code was chosen. */
export function useNeedsCode(workstream: string): boolean {
  const { data = [] } = useQuery(settingsQuery(settingKinds.requiredDisposition))
  return data.some(({ value }) => isFor(value, workstream))
}

function isFor({ workstreams }: { readonly workstreams: readonly string[] }, workstream: string): boolean {
  return workstreams.length === 0 || workstreams.includes(workstream)
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
    .filter((value) => isFor(value, workstream))
    .toSorted((left, right) => (left.category ?? '').localeCompare(right.category ?? ''))
}
