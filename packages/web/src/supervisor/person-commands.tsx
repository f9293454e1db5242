import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
  Toolbar,
  ToolbarButton,
} from '@fluentui/react-components'
import { PeopleEditRegular, PresenceAvailableRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { BulkEditDialog } from '../admin/users/bulk-edit-dialog.tsx'
import { BULK_PEOPLE_MAX } from '../admin/users/plan-bulk-edit.ts'
import { api } from '../data/api.ts'
import { may } from '../data/permissions.ts'
import { representativesQuery } from '../data/queries.ts'
import { useOrganization, useSession } from '../data/viewer.ts'
import { presenceLabel } from '../ui/presence-badge.tsx'
import { countOf } from '../ui/words.ts'
import type { PersonRow } from './person-columns.tsx'
import { useMany } from './use-many.ts'

export interface PersonCommandsProps {
  readonly selected: readonly PersonRow[]
}

/** What a supervisor changes of people: their presence now, and their queues. */
export function PersonCommands({ selected }: PersonCommandsProps) {
  const session = useSession()
  const [asked, setAsked] = useState<'presence' | 'queues' | null>(null)
  const canEdit = selected.length > 0 && selected.length <= BULK_PEOPLE_MAX
  const close = () => setAsked(null)
  return (
    <>
      <Toolbar aria-label="Commands">
        <ToolbarButton
          icon={<PresenceAvailableRegular />}
          disabledFocusable={!canEdit}
          onClick={() => setAsked('presence')}
        >
          Set presence
        </ToolbarButton>
        {may(session, 'editRepresentatives') ? (
          <ToolbarButton icon={<PeopleEditRegular />} disabledFocusable={!canEdit} onClick={() => setAsked('queues')}>
            Change queues
          </ToolbarButton>
        ) : null}
      </Toolbar>
      {asked === 'presence' ? <PresenceDialog people={selected} onClose={close} /> : null}
      <Suspense fallback={null}>
        {asked === 'queues' ? <BulkEditDialog names={selected.map(({ name }) => name)} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

interface PresenceDialogProps {
  readonly people: readonly PersonRow[]
  readonly onClose: () => void
}

function PresenceDialog({ people, onClose }: PresenceDialogProps) {
  const { presences } = useOrganization()
  const [presence, setPresence] = useState('Available')
  const queryClient = useQueryClient()
  const { run, isBusy } = useMany<PersonRow>()
  const [only] = people
  const whose = people.length === 1 && only !== undefined ? only.fullName : countOf(people.length, 'representative')
  const handleSet = async () => {
    await run({
      items: people,
      nameOf: ({ fullName }) => fullName,
      done: 'set',
      act: ({ name }) => api.representatives.setPresence(name, presence),
    })
    await queryClient.invalidateQueries(representativesQuery)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Set the presence of {whose}</DialogTitle>
          <DialogContent>
            <Field label="Presence" hint="As if they had set it by hand. Only who is signed in has a presence to set.">
              <Select value={presence} onChange={(_, { value }) => setPresence(value)}>
                {presences
                  .filter(({ selectable }) => selectable)
                  .map(({ name }) => (
                    <option key={name} value={name}>
                      {presenceLabel(name)}
                    </option>
                  ))}
              </Select>
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void handleSet()}>
              Set
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
