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
  Input,
  Option,
} from '@fluentui/react-components'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type AccessMode, type AccountView, accessModes } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { accountStandingsQuery, businessUnitsQuery } from '../../data/security-queries.ts'
import { useRoleNames } from '../../data/use-role-names.ts'
import { BusinessUnitDropdown } from '../../ui/business-unit-dropdown.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import styles from './access-mode-dialog.module.css'

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

/** Asks how an account may work from now on, which roles it has and where it belongs. */
export function AccessModeDialog({ account, onClose }: AccessModeDialogProps) {
  const [mode, setMode] = useState<AccessMode>(account.accessMode)
  const [businessUnit, setBusinessUnit] = useState(account.businessUnit)
  const [held, setHeld] = useState<readonly string[]>(account.roles)
  const { mutate, isPending, error } = useChange(account, onClose)
  const change = changeOf(account, { accessMode: mode, businessUnit, roles: held })
  const isChanged = Object.keys(change).length > 0
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Access of {account.name}</DialogTitle>
          <DialogContent className={styles.content}>
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
            <BusinessUnit account={account} value={businessUnit} onChange={setBusinessUnit} />
            <Roles account={account} value={held} onChange={setHeld} />
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={isPending || !isChanged}
              onClick={() => (isChanged ? mutate(change) : undefined)}
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

type Change = Partial<Pick<AccountView, 'accessMode' | 'businessUnit' | 'roles'>>

function changeOf(account: AccountView, { accessMode, businessUnit, roles: held }: Required<Change>): Change {
  const isSame = held.length === account.roles.length && held.every((role) => account.roles.includes(role))
  return {
    ...(accessMode === account.accessMode ? {} : { accessMode }),
    ...(businessUnit === account.businessUnit ? {} : { businessUnit }),
    ...(isSame ? {} : { roles: held }),
  }
}

interface BusinessUnitProps {
  readonly account: AccountView
  readonly value: string
  readonly onChange: (name: string) => void
}

/** Of a representative, it is said where it is changed. */
function BusinessUnit({ account: { representative, businessUnit }, value, onChange }: BusinessUnitProps) {
  const { items } = useSuspenseQuery(businessUnitsQuery).data
  if (representative !== null)
    return (
      <Field label="Business unit" hint="Changed under Users, like the rest of the representative.">
        <Input readOnly value={businessUnit} />
      </Field>
    )
  return (
    <BusinessUnitDropdown
      label="Business unit"
      names={items.map(({ name }) => name)}
      value={value}
      onChange={onChange}
    />
  )
}

interface RolesProps {
  readonly account: AccountView
  readonly value: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}

/** Of a representative, the way there. */
function Roles({ account: { representative }, value, onChange }: RolesProps) {
  const choices = useRoleNames()
  if (representative !== null)
    return (
      <RouterLink to="/admin/users/$name" params={{ name: representative }}>
        Roles and business unit of {representative}
      </RouterLink>
    )
  return (
    <CheckboxGroup
      label="Roles"
      hint="You can give no more than you may do yourself."
      choices={choices}
      values={value}
      isReadOnly={false}
      onChange={onChange}
    />
  )
}

function useChange({ id, name }: AccountView, onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: ({ roles: held, ...change }: Change) =>
      api.accounts.change(id, { ...change, ...(held === undefined ? {} : { roles: [...held] }) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(accountStandingsQuery)
      notify({ title: `The access of ${name} is changed`, intent: 'success' })
      onDone()
    },
  })
}
