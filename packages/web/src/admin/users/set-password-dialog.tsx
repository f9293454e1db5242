import { Field, Input, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '@unified-routing/client'
import { PASSWORD_LENGTH_MAX } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { accountsQuery } from '../../data/security-queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notices.tsx'
import type { Person } from './person.ts'
import styles from './user-account.module.css'

export interface SetPasswordDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Sets a first password for somebody who will have to choose another one. */
export function SetPasswordDialog({ person, onClose }: SetPasswordDialogProps) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.representatives.setPassword(person.name, password),
    onSuccess: async () => {
      notify({ title: `The password of ${person.fullName} is set`, intent: 'success' })
      onClose()
      await queryClient.invalidateQueries(accountsQuery)
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={`Set a password for ${person.fullName}`}
      confirmLabel="Set the password"
      isBusy={isPending || password === ''}
      onConfirm={() => {
        if (password !== '' && !isPending) mutate()
      }}
      onCancel={onClose}
    >
      <div className={styles.fields}>
        <Text>It ends their sessions, and they have to choose another one when they sign in with it.</Text>
        <Field
          label="New password"
          {...(error ? { validationState: 'error', validationMessage: refusalText(error) } : {})}
        >
          <Input
            type="password"
            autoComplete="new-password"
            maxLength={PASSWORD_LENGTH_MAX}
            value={password}
            onChange={(_, { value }) => setPassword(value)}
          />
        </Field>
      </div>
    </ConfirmDialog>
  )
}

/** What is wrong with the password, without where in the request it stands. */
function refusalText(error: Error): string {
  const [first] = error instanceof ApiError ? error.errors : []
  return first?.message ?? failureText(error)
}
