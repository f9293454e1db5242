import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  Option,
} from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AccessMode, type AccountView, accessModes } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { accountStandingsQuery } from '../../data/security-queries.ts'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'

const meanings: Readonly<Record<AccessMode, string>> = {
  'Read-Write': 'All that the roles allow.',
  Administrative: 'Configuration and people, but no rows and no work.',
  Read: 'Sees what the roles allow to see, and changes nothing.',
  'Support User': 'Sees what the roles allow to see, and changes nothing.',
  'Non-interactive': 'For programs: works with API keys and cannot sign in.',
  'Delegated Admin': 'Configuration and people, but no rows and no work.',
}

export interface AccessModeDialogProps {
  readonly account: AccountView
  readonly onClose: () => void
}

/** Asks how an account may work from now on. */
export function AccessModeDialog({ account, onClose }: AccessModeDialogProps) {
  const [mode, setMode] = useState<AccessMode>(account.accessMode)
  const { mutate, isPending, error } = useChange(account, onClose)
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Access of {account.name}</DialogTitle>
          <DialogContent>
            {error ? <ProblemBar title="Not saved" text={failureText(error)} /> : null}
            <Field label="Access mode" hint={meanings[mode]}>
              <Dropdown
                value={mode}
                selectedOptions={[mode]}
                onOptionSelect={(_, { optionValue }) => setMode(accessModes.find((one) => one === optionValue) ?? mode)}
              >
                {accessModes.map((one) => (
                  <Option key={one} value={one}>
                    {one}
                  </Option>
                ))}
              </Dropdown>
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={isPending || mode === account.accessMode}
              onClick={() => mutate(mode)}
            >
              Save
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function useChange({ id, name }: AccountView, onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (accessMode: AccessMode) => api.accounts.change(id, { accessMode }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(accountStandingsQuery)
      notify({ title: `The access of ${name} is changed`, intent: 'success' })
      onDone()
    },
  })
}
