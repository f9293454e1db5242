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
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { apiKeysQuery } from '../../data/security-queries.ts'
import { useRoleNames } from '../../data/use-role-names.ts'
import { messageOf } from '../../sign-in/field-message.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import styles from './new-api-key-dialog.module.css'
import { ShownOnce } from './shown-once.tsx'

const NAME_LENGTH_MAX = 32
const lifetimes = { '30 days': 30, '90 days': 90, 'One year': 365, Never: null } as const
type Lifetime = keyof typeof lifetimes
const lifetimeNames = ['30 days', '90 days', 'One year', 'Never'] as const satisfies readonly Lifetime[]

/** Asks what the key is for, makes it, and shows it this one time. */
export function NewApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>({ name: '', roles: [], lifetime: '90 days' })
  const [isTried, setTried] = useState(false)
  const { mutate, data: made, isPending, error } = useCreate()
  const problems = problemsOf(draft)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problems.name === undefined && problems.roles === undefined) mutate(draft)
  }
  return (
    <Dialog open modalType={made ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <form onSubmit={handleSubmit} noValidate>
          <DialogBody>
            <DialogTitle>{made ? `The key of ${made.apiKey.name}` : 'New API key'}</DialogTitle>
            <DialogContent className={styles.content}>
              {error ? <ProblemBar title="Not created" text={failureText(error)} /> : null}
              {made ? (
                <ShownOnce label="API key" value={made.key} text="Copy it now: it is shown this one time." />
              ) : (
                <DraftFields draft={draft} problems={isTried ? problems : {}} onChange={setDraft} />
              )}
            </DialogContent>
            <DialogActions fluid>
              {made ? null : (
                <Button type="submit" appearance="primary" disabledFocusable={isPending}>
                  Create
                </Button>
              )}
              <Button appearance={made ? 'primary' : 'secondary'} onClick={onClose}>
                {made ? 'Done' : 'Cancel'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

interface Draft {
  readonly name: string
  readonly roles: readonly string[]
  readonly lifetime: Lifetime
}

interface Problems {
  readonly name?: string | undefined
  readonly roles?: string | undefined
}

function problemsOf({ name, roles: held }: Draft): Problems {
  return {
    name: name.trim() === '' ? 'Enter a name that says which program it is for.' : undefined,
    roles: held.length === 0 ? 'Choose at least one role.' : undefined,
  }
}

interface DraftFieldsProps {
  readonly draft: Draft
  readonly problems: Problems
  readonly onChange: (draft: Draft) => void
}

function DraftFields({ draft, problems, onChange }: DraftFieldsProps) {
  const roles = useRoleNames()
  return (
    <>
      <Field label="Name" {...messageOf(problems.name)}>
        <Input
          value={draft.name}
          maxLength={NAME_LENGTH_MAX}
          onChange={(_, { value }) => onChange({ ...draft, name: value })}
        />
      </Field>
      <Field label="Roles" hint="No more than the program needs." {...messageOf(problems.roles)}>
        <Dropdown
          multiselect
          placeholder="Choose roles"
          value={draft.roles.join(', ')}
          selectedOptions={[...draft.roles]}
          onOptionSelect={(_, { selectedOptions }) =>
            onChange({ ...draft, roles: roles.filter((role) => selectedOptions.includes(role)) })
          }
        >
          {roles.map((role) => (
            <Option key={role} value={role}>
              {role}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label="Expires">
        <Dropdown
          value={draft.lifetime}
          selectedOptions={[draft.lifetime]}
          onOptionSelect={(_, { optionValue }) => {
            const lifetime = lifetimeNames.find((name) => name === optionValue)
            if (lifetime) onChange({ ...draft, lifetime })
          }}
        >
          {lifetimeNames.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </>
  )
}

function useCreate() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ name, roles: held, lifetime }: Draft) =>
      api.apiKeys.create({ name: name.trim(), roles: [...held], expiresInDays: lifetimes[lifetime] }),
    onSuccess: () => queryClient.invalidateQueries(apiKeysQuery),
  })
}
