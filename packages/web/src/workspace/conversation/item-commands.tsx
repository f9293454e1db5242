import { Text, Toolbar, ToolbarButton } from '@fluentui/react-components'
import {
  ArrowForwardRegular,
  ArrowUndoRegular,
  CallEndRegular,
  DismissRegular,
  HandRightRegular,
} from '@fluentui/react-icons'
import type { WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useOrganization, useSession } from '../../data/viewer.ts'
import { OfferCommands } from '../offer-commands.tsx'
import { useItemAction } from '../use-item-action.ts'
import { TransferDialog } from './transfer-dialog.tsx'

/** What the viewer can do with an item, by its state and by who has it. */
export function ItemCommands({ item }: { readonly item: WorkItemView }) {
  const { representative } = useSession()
  if (item.state === 'Closed') return <Text>This item is closed; it can only be read.</Text>
  if (item.offeredTo !== null && item.offeredTo === representative) return <OfferCommands item={item} />
  if (item.assignedTo !== null && item.assignedTo === representative) return <HeldCommands item={item} />
  return item.state === 'Open' ? <PickCommand item={item} /> : <Text>Somebody else works on this item.</Text>
}

function HeldCommands({ item }: { readonly item: WorkItemView }) {
  const { run, isBusy } = useItemAction()
  const [isTransferring, setTransferring] = useState(false)
  const isConversation = item.kind === 'conversation'
  return (
    <Toolbar aria-label="Commands">
      {isConversation && item.state !== 'Wrap-up' ? (
        <ToolbarButton
          icon={<CallEndRegular />}
          disabledFocusable={isBusy}
          onClick={() => run(() => api.workItems.end(item.id))}
        >
          End
        </ToolbarButton>
      ) : null}
      {isConversation ? (
        <ToolbarButton
          icon={<DismissRegular />}
          disabledFocusable={isBusy}
          onClick={() => run(() => api.workItems.close(item.id))}
        >
          Close
        </ToolbarButton>
      ) : (
        <ToolbarButton
          icon={<ArrowUndoRegular />}
          disabledFocusable={isBusy}
          onClick={() => run(() => api.workItems.release(item.id))}
        >
          Release
        </ToolbarButton>
      )}
      {item.state === 'Wrap-up' ? null : (
        <ToolbarButton icon={<ArrowForwardRegular />} disabledFocusable={isBusy} onClick={() => setTransferring(true)}>
          Transfer
        </ToolbarButton>
      )}
      <TransferDialog item={item} isOpen={isTransferring} onClose={() => setTransferring(false)} />
    </Toolbar>
  )
}

function PickCommand({ item }: { readonly item: WorkItemView }) {
  const { run, isBusy } = useItemAction()
  const { workstreams } = useOrganization()
  const workstream = workstreams.find(({ name }) => name === item.workstream)
  const isPickable = workstream?.distribution === 'pick' || workstream?.selectFromPush === true
  return (
    <>
      <Toolbar aria-label="Commands">
        <ToolbarButton
          appearance="primary"
          icon={<HandRightRegular />}
          disabledFocusable={isBusy || !isPickable}
          aria-describedby="pick-reason"
          onClick={() => run(() => api.workItems.pick(item.id))}
        >
          Pick
        </ToolbarButton>
      </Toolbar>
      <Text id="pick-reason">
        {isPickable
          ? 'It becomes yours, whatever your load.'
          : `${item.workstream} gives out its work by itself; it cannot be picked.`}
      </Text>
    </>
  )
}
