import { Toolbar, ToolbarButton } from '@fluentui/react-components'
import {
  ArrowUndoRegular,
  DismissCircleRegular,
  EyeRegular,
  PersonArrowRightRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../data/api.ts'
import { isRepresentative } from '../data/permissions.ts'
import { useSession } from '../data/viewer.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { BULK_MAX, useMany } from './use-many.ts'
import { conversationsAndRecords } from './work-words.ts'

export interface WorkCommandsProps {
  readonly selected: readonly WorkItemView[]
  /** Once something was done. */
  readonly onDone: () => void
}

type Asked = 'assign' | 'release' | 'remove' | 'close'

/** What a supervisor does with the work of others. Each asks once, and each is in the journal of its item. */
export function WorkCommands({ selected, onDone }: WorkCommandsProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const count = selected.length
  const isFew = count > 0 && count <= BULK_MAX
  const areRecords = isFew && selected.every(({ kind }) => kind === 'record')
  const close = () => setAsked(null)
  return (
    <>
      <Toolbar aria-label="Commands">
        <ToolbarButton icon={<PersonArrowRightRegular />} disabledFocusable={!isFew} onClick={() => setAsked('assign')}>
          Assign or transfer
        </ToolbarButton>
        <ToolbarButton
          icon={<ArrowUndoRegular />}
          disabledFocusable={!(areRecords && selected.every(({ session }) => session !== null))}
          onClick={() => setAsked('release')}
        >
          Release
        </ToolbarButton>
        <ToolbarButton
          icon={<SubtractCircleRegular />}
          disabledFocusable={!areRecords}
          onClick={() => setAsked('remove')}
        >
          Remove
        </ToolbarButton>
        <ToolbarButton icon={<DismissCircleRegular />} disabledFocusable={!isFew} onClick={() => setAsked('close')}>
          Force close
        </ToolbarButton>
        <Monitor selected={selected} />
      </Toolbar>
      {asked === 'assign' ? <AssignDialog items={selected} onDone={onDone} onClose={close} /> : null}
      {asked === null || asked === 'assign' ? null : (
        <Confirmation what={asked} items={selected} onDone={onDone} onClose={close} />
      )}
    </>
  )
}

/** Watches one conversation without being seen; the workspace is where it opens. */
function Monitor({ selected }: { readonly selected: readonly WorkItemView[] }) {
  const session = useSession()
  const navigate = useNavigate()
  const { run } = useMany<WorkItemView>()
  const [item] = selected
  if (!isRepresentative(session)) return null
  const canMonitor = selected.length === 1 && item?.kind === 'conversation' && item.session?.acceptedAt !== null
  const handleMonitor = async () => {
    if (item === undefined) return
    await run({
      items: [item],
      nameOf: ({ title }) => title,
      done: 'monitored',
      act: async ({ id }) => {
        await api.conversations.monitor(id)
        await navigate({ to: '/workspace/$id', params: { id } })
      },
    })
  }
  return (
    <ToolbarButton icon={<EyeRegular />} disabledFocusable={!canMonitor} onClick={() => void handleMonitor()}>
      Monitor
    </ToolbarButton>
  )
}

interface Words {
  readonly title: (what: string) => string
  readonly label: string
  readonly done: string
  readonly text: string
  readonly act: (id: string) => Promise<unknown>
}

const words: Readonly<Record<Exclude<Asked, 'assign'>, Words>> = {
  release: {
    title: (what) => `Release ${what}?`,
    label: 'Release',
    done: 'released',
    text: 'They go from their representatives back into their queues and are given out again. What is written in the records stays.',
    act: (id) => api.workItems.release(id),
  },
  remove: {
    title: (what) => `Remove ${what} from the queue?`,
    label: 'Remove',
    done: 'removed',
    text: 'Their routing ends and whoever works on them loses them. The records themselves stay as they are, and can be routed again.',
    act: (id) => api.workItems.remove(id),
  },
  close: {
    title: (what) => `Force close ${what}?`,
    label: 'Proceed',
    done: 'closed',
    text: 'They are closed whatever their state: customers in conversation are cut off, and offers and transfers under way end. The capacity of their representatives comes back. Records themselves stay as they are.',
    act: (id) => api.workItems.forceClose(id),
  },
}

interface ConfirmationProps {
  readonly what: Exclude<Asked, 'assign'>
  readonly items: readonly WorkItemView[]
  readonly onDone: () => void
  readonly onClose: () => void
}

function Confirmation({ what, items, onDone, onClose }: ConfirmationProps) {
  const { run, isBusy } = useMany<WorkItemView>()
  const { title, label, done, text, act } = words[what]
  const handleConfirm = async () => {
    await run({ items, nameOf: (item) => item.title, done, act: ({ id }) => act(id) })
    onClose()
    onDone()
  }
  return (
    <ConfirmDialog
      isOpen
      title={title(conversationsAndRecords(items))}
      confirmLabel={label}
      isBusy={isBusy}
      onConfirm={() => void handleConfirm()}
      onCancel={onClose}
    >
      {text}
    </ConfirmDialog>
  )
}
