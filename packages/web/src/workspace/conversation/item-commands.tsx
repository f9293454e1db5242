import { Text, Toolbar, ToolbarButton, ToolbarDivider, useRestoreFocusTarget } from '@fluentui/react-components'
import {
  ArrowForwardRegular,
  ArrowUndoRegular,
  CallEndRegular,
  DismissRegular,
  HandRightRegular,
  KeyboardRegular,
  LinkRegular,
  PeopleChatRegular,
  StarRegular,
} from '@fluentui/react-icons'
import type { WorkItemView } from '@unified-routing/contract'
import type { ReactElement } from 'react'
import { api } from '../../data/api.ts'
import { askedOf } from '../../data/asked.ts'
import { useOrganization, useSession } from '../../data/viewer.ts'
import { OfferCommands } from '../offer-commands.tsx'
import { useItemAction } from '../use-item-action.ts'
import { type PanelDialog, showPanelDialog } from './panel-dialog.ts'
import { PanelDialogs } from './panel-dialogs.tsx'
import { type PanelKey, panelKeys, usePanelKeys } from './panel-keys.ts'
import { useCloseCommand } from './use-close-command.ts'

/** What the viewer can do with an item, by its state and by who has it. */
export function ItemCommands({ item }: { readonly item: WorkItemView }) {
  const { representative } = useSession()
  if (item.state === 'Closed') return <Text>This item is closed; it can only be read.</Text>
  if (askedOf(item, representative) !== null) return <OfferCommands item={item} />
  if (item.assignedTo !== null && item.assignedTo === representative) {
    return item.kind === 'conversation' ? <ConversationCommands item={item} /> : <RecordCommands item={item} />
  }
  if (item.state === 'Open') return <PickCommand item={item} />
  const takesPart = item.participants.some((each) => each.representative === representative)
  return takesPart ? null : <Text>Somebody else works on this item.</Text>
}

function ConversationCommands({ item }: { readonly item: WorkItemView }) {
  const { run, isBusy } = useItemAction()
  const close = useCloseCommand(item)
  const open = (dialog: PanelDialog) => () => showPanelDialog({ item: item.id, dialog })
  const hasCustomer = item.state === 'Active'
  const end = () => run(() => api.workItems.end(item.id))
  usePanelKeys({
    link: open('link'),
    keys: open('keys'),
    close,
    ...(hasCustomer
      ? {
          end,
          consult: open('consult'),
          skills: open('skills'),
          transferToQueue: open('transferToQueue'),
          transferToRepresentative: open('transferToRepresentative'),
        }
      : {}),
  })
  return (
    <>
      <Toolbar aria-label="Commands">
        {hasCustomer ? (
          <>
            <Command icon={<CallEndRegular />} words="End" of="end" isBusy={isBusy} onRun={end} />
            <Command icon={<DismissRegular />} words="Close" of="close" isBusy={isBusy} onRun={close} />
            <ToolbarDivider />
            <Command
              icon={<ArrowForwardRegular />}
              words="Transfer"
              of="transferToQueue"
              isBusy={isBusy}
              onRun={open('transferToQueue')}
            />
            <Command
              icon={<PeopleChatRegular />}
              words="Consult"
              of="consult"
              isBusy={isBusy}
              onRun={open('consult')}
            />
            <Command icon={<StarRegular />} words="Skills" of="skills" isBusy={isBusy} onRun={open('skills')} />
          </>
        ) : (
          <Command icon={<DismissRegular />} words="Close" of="close" isBusy={isBusy} onRun={close} />
        )}
        <Command icon={<LinkRegular />} words="Link to case" of="link" isBusy={isBusy} onRun={open('link')} />
        <Command icon={<KeyboardRegular />} words="Keys" of="keys" isBusy={false} onRun={open('keys')} />
      </Toolbar>
      <PanelDialogs item={item} />
    </>
  )
}

function RecordCommands({ item }: { readonly item: WorkItemView }) {
  const { run, isBusy } = useItemAction()
  const transfer = () => showPanelDialog({ item: item.id, dialog: 'transferToQueue' })
  return (
    <>
      <Toolbar aria-label="Commands">
        <ToolbarButton
          icon={<ArrowUndoRegular />}
          disabledFocusable={isBusy}
          onClick={() => run(() => api.workItems.release(item.id))}
        >
          Release
        </ToolbarButton>
        <Command
          icon={<ArrowForwardRegular />}
          words="Transfer"
          of="transferToQueue"
          isBusy={isBusy}
          onRun={transfer}
        />
      </Toolbar>
      <PanelDialogs item={item} />
    </>
  )
}

interface CommandProps {
  readonly icon: ReactElement
  readonly words: string
  readonly of: PanelKey
  readonly isBusy: boolean
  readonly onRun: () => void
}

/** A button that a key stands for as well. */
function Command({ icon, words, of, isBusy, onRun }: CommandProps) {
  const restoreFocus = useRestoreFocusTarget()
  const { keys } = panelKeys[of]
  return (
    <ToolbarButton
      {...restoreFocus}
      icon={icon}
      title={keys}
      aria-keyshortcuts={keys}
      disabledFocusable={isBusy}
      onClick={onRun}
    >
      {words}
    </ToolbarButton>
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
