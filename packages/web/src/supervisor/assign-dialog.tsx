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
import { useSuspenseQuery } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../data/api.ts'
import { queuesQuery, representativesQuery } from '../data/queries.ts'
import { NamePicker } from '../ui/name-picker.tsx'
import { presenceLabel } from '../ui/presence-badge.tsx'
import { useMany } from './use-many.ts'
import { conversationsAndRecords } from './work-words.ts'

export interface AssignDialogProps {
  readonly items: readonly WorkItemView[]
  readonly onDone: () => void
  readonly onClose: () => void
}

type Target = 'representative' | 'queue'

/** Gives work to somebody or to another queue: what is open is assigned, what somebody has is transferred. */
export function AssignDialog({ items, onDone, onClose }: AssignDialogProps) {
  const [target, setTarget] = useState<Target>('representative')
  const [name, setName] = useState('')
  const { run, isBusy } = useMany<WorkItemView>()
  const handleAssign = async () => {
    await run({ items, nameOf: ({ title }) => title, done: 'handed on', act: (item) => handOn(item, target, name) })
    onClose()
    onDone()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Assign or transfer {conversationsAndRecords(items)}</DialogTitle>
          <DialogContent>
            <Field
              label="To"
              hint="Capacity and skills are not asked about. Whoever has the work now loses it; a conversation is kept until the other accepts."
            >
              <RadioGroup
                layout="horizontal"
                value={target}
                onChange={(_, { value }) => {
                  setTarget(value === 'queue' ? 'queue' : 'representative')
                  setName('')
                }}
              >
                <Radio value="representative" label="A representative" />
                <Radio value="queue" label="A queue" />
              </RadioGroup>
            </Field>
            <TargetPicker items={items} target={target} name={name} onPick={setName} />
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={name === '' || isBusy}
              onClick={() => (name === '' || isBusy ? undefined : void handleAssign())}
            >
              {name === '' ? `Choose a ${target}` : 'Assign or transfer'}
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function handOn(item: WorkItemView, target: Target, name: string): Promise<unknown> {
  if (item.state === 'Open')
    return api.workItems.assign(item.id, target === 'queue' ? { queue: name } : { representative: name })
  return target === 'queue'
    ? api.workItems.transferToQueue(item.id, name)
    : api.workItems.transferToRepresentative(item.id, name)
}

interface TargetPickerProps {
  readonly items: readonly WorkItemView[]
  readonly target: Target
  readonly name: string
  readonly onPick: (name: string) => void
}

function TargetPicker({ items, target, name, onPick }: TargetPickerProps) {
  const { data: queues } = useSuspenseQuery(queuesQuery)
  const { data: people } = useSuspenseQuery(representativesQuery)
  if (target === 'representative') {
    const choices = people
      .filter(({ signedIn }) => signedIn)
      .map(({ name: one, fullName, presence, load }) => ({
        name: one,
        text: fullName,
        detail: `${presenceLabel(presence)}${load === null ? '' : `, ${load.unitsFree} units free`}`,
      }))
    return <NamePicker label="Representative" choices={choices} name={name} onPick={onPick} />
  }
  const types = new Set(items.map((item) => queues.find((queue) => queue.name === item.queue)?.type))
  const choices = queues
    .filter((queue) => types.size === 1 && types.has(queue.type) && items.some((item) => item.queue !== queue.name))
    .map((queue) => ({ name: queue.name, text: queue.name, detail: `${queue.members.length} members` }))
  return <NamePicker label="Queue" choices={choices} name={name} onPick={onPick} />
}
