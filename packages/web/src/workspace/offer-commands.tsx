import { Toolbar, ToolbarButton } from '@fluentui/react-components'
import type { WorkItemView } from '@unified-routing/contract'
import { api } from '../data/api.ts'
import { useItemAction } from './use-item-action.ts'

/** The same answers as on the toast, for who opened the item to look at it first. */
export function OfferCommands({ item }: { readonly item: WorkItemView }) {
  const { run, isBusy } = useItemAction()
  return (
    <Toolbar aria-label="Commands">
      <ToolbarButton
        appearance="primary"
        disabledFocusable={isBusy}
        onClick={() => run(() => api.workItems.accept(item.id))}
      >
        Accept
      </ToolbarButton>
      <ToolbarButton disabledFocusable={isBusy} onClick={() => run(() => api.workItems.reject(item.id))}>
        Reject
      </ToolbarButton>
    </Toolbar>
  )
}
