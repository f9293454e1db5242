import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { failureText } from '../data/failure-text.ts'
import { applyWorkItem } from '../data/live-cache.ts'
import { tabChannel } from '../data/tab-channel.ts'
import { useNotify } from '../ui/notices.tsx'

interface ItemAction {
  readonly run: (act: () => Promise<WorkItemView>) => void
  readonly isBusy: boolean
}

/** Does something with a work item, shows the result at once, and says so when it is refused. */
export function useItemAction(): ItemAction {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const { mutate, isPending } = useMutation({
    mutationFn: (act: () => Promise<WorkItemView>) => act(),
    onSuccess: (item) => {
      applyWorkItem(queryClient, item)
      tabChannel.post({ type: 'changed', id: item.id })
    },
    onError: (error) => notify({ title: 'Not done', text: failureText(error), intent: 'error' }),
  })
  return { run: mutate, isBusy: isPending }
}
