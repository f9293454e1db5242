import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { queuesQuery, representativesQuery } from '../../data/queries.ts'
import { useSession } from '../../data/viewer.ts'
import { NamePicker } from '../../ui/name-picker.tsx'
import { presenceLabel } from '../../ui/presence-badge.tsx'
import { useItemAction } from '../use-item-action.ts'
import styles from './transfer-dialog.module.css'

type Target = 'queue' | 'representative'

export interface TransferDialogProps {
  readonly item: WorkItemView
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Hands an item over, to a queue or to somebody else. */
export function TransferDialog({ item, isOpen, onClose }: TransferDialogProps) {
  const [target, setTarget] = useState<Target>('queue')
  const [name, setName] = useState('')
  const navigate = useNavigate()
  const { run, isBusy } = useItemAction()
  const handleTransfer = () =>
    run(async () => {
      const moved = await (target === 'queue'
        ? api.workItems.transferToQueue(item.id, name)
        : api.workItems.transferToRepresentative(item.id, name))
      onClose()
      await navigate({ to: '/workspace' })
      return moved
    })
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Transfer {item.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <TargetChoice
              target={target}
              onChange={(next) => {
                setTarget(next)
                setName('')
              }}
            />
            {target === 'queue' ? (
              <QueuePicker item={item} name={name} onPick={setName} />
            ) : (
              <RepresentativePicker name={name} onPick={setName} />
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabledFocusable={isBusy || name === ''} onClick={handleTransfer}>
              {name === '' ? `Choose a ${target}` : 'Transfer'}
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface TargetChoiceProps {
  readonly target: Target
  readonly onChange: (target: Target) => void
}

function TargetChoice({ target, onChange }: TargetChoiceProps) {
  return (
    <Field label="To">
      <RadioGroup
        layout="horizontal"
        value={target}
        onChange={(_, { value }) => onChange(value === 'queue' ? 'queue' : 'representative')}
      >
        <Radio value="queue" label="A queue" />
        <Radio value="representative" label="A representative" />
      </RadioGroup>
    </Field>
  )
}

interface PickerProps {
  readonly name: string
  readonly onPick: (name: string) => void
}

function QueuePicker({ item, name, onPick }: PickerProps & { readonly item: WorkItemView }) {
  const { data: queues = [] } = useQuery(queuesQuery)
  const type = queues.find((queue) => queue.name === item.queue)?.type
  const choices = queues
    .filter((queue) => queue.type === type && queue.name !== item.queue)
    .map((queue) => ({ name: queue.name, text: queue.name, detail: `${queue.waiting ?? 0} waiting` }))
  return <NamePicker label="Queue" choices={choices} name={name} onPick={onPick} />
}

function RepresentativePicker({ name, onPick }: PickerProps) {
  const { representative } = useSession()
  const { data: all = [] } = useQuery({ ...representativesQuery, staleTime: 0 })
  const choices = all
    .filter((one) => one.name !== representative && one.signedIn)
    .map((one) => ({ name: one.name, text: one.fullName, detail: presenceLabel(one.presence) }))
  return <NamePicker label="Representative" choices={choices} name={name} onPick={onPick} />
}
