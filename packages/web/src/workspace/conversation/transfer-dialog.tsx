import { Button, Field, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../data/api.ts'
import { queuesQuery } from '../../data/queries.ts'
import { useItemAction } from '../use-item-action.ts'
import { useColleagueChoices } from './colleague-choices.tsx'
import { PanelDialogFrame } from './panel-dialog-frame.tsx'
import { type Choice, PickList } from './pick-list.tsx'

type Target = 'queue' | 'representative'

export interface TransferDialogProps {
  readonly item: WorkItemView
  /** Where it begins. */
  readonly first: Target
  readonly onClose: () => void
}

/** Hands an item over: to a queue at once, to a colleague when they accept. */
export function TransferDialog({ item, first, onClose }: TransferDialogProps) {
  const [target, setTarget] = useState<Target>(first)
  const [name, setName] = useState('')
  const navigate = useNavigate()
  const { run, isBusy } = useItemAction()
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const choices = { queue: useQueueChoices(item), representative: useColleagueChoices(item) }[target]
  const handleTransfer = () =>
    run(async () => {
      const moved = await (target === 'queue'
        ? api.workItems.transferToQueue(item.id, name)
        : api.workItems.transferToRepresentative(item.id, name))
      onClose()
      // Until a colleague accepts, it stays with whoever asked them.
      if (moved.assignedTo !== item.assignedTo) await navigate({ to: '/workspace' })
      return moved
    })
  return (
    <PanelDialogFrame
      title={`Transfer ${item.title}`}
      onClose={onClose}
      actions={
        <Button appearance="primary" disabledFocusable={isBusy || name === ''} onClick={handleTransfer}>
          {name === '' ? `Choose a ${target}` : 'Transfer'}
        </Button>
      }
    >
      <Field label="To">
        <RadioGroup
          layout="horizontal"
          value={target}
          onChange={(_, { value }) => {
            setTarget(value === 'queue' ? 'queue' : 'representative')
            setName('')
          }}
        >
          <Radio value="queue" label="A queue" />
          <Radio value="representative" label="A representative" />
        </RadioGroup>
      </Field>
      <PickList
        key={target}
        ref={search}
        label={target === 'queue' ? 'Queue' : 'Representative'}
        choices={choices}
        chosen={name}
        emptyText={target === 'queue' ? 'No other queue fits.' : 'Nobody who is there fits.'}
        onPick={setName}
      />
      {target === 'representative' && item.kind === 'conversation' ? (
        <Text size={200}>The conversation stays yours until they accept. Skills and capacity are not asked.</Text>
      ) : null}
    </PanelDialogFrame>
  )
}

function useQueueChoices(item: WorkItemView): readonly Choice[] {
  const { data: queues = [] } = useQuery(queuesQuery)
  const type = queues.find((queue) => queue.name === item.queue)?.type
  return queues
    .filter((queue) => queue.type === type && queue.name !== item.queue)
    .map((queue) => ({
      key: queue.name,
      text: queue.name,
      detail: `${queue.waiting ?? 0} waiting · ${queue.members.length} members`,
    }))
}
