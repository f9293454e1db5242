import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BusinessUnitView } from '@unified-routing/contract'
import { type FormEvent, useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { businessUnitsQuery } from '../../data/security-queries.ts'
import { messageOf } from '../../sign-in/field-message.ts'
import { BusinessUnitDropdown } from '../../ui/business-unit-dropdown.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import styles from './new-business-unit-dialog.module.css'

const NAME_LENGTH_MAX = 100

interface Draft {
  readonly name: string
  readonly parent: string
}

export interface NewBusinessUnitDialogProps {
  /** What it begins with. */
  readonly start: Draft
  readonly units: readonly BusinessUnitView[]
  readonly onClose: () => void
}

/** Asks for the name of a new business unit, and which one it is below. */
export function NewBusinessUnitDialog({ start, units, onClose }: NewBusinessUnitDialogProps) {
  const [draft, setDraft] = useState(start)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useCreate(onClose)
  const problem = problemOf(draft, units)
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problem === undefined) mutate({ ...draft, name: draft.name.trim() })
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <form onSubmit={handleSubmit} noValidate>
          <DialogBody>
            <DialogTitle>New business unit</DialogTitle>
            <DialogContent className={styles.content}>
              {error ? <ProblemBar title="Not added" text={failureText(error)} /> : null}
              <Field
                label="Name"
                required
                hint="Cannot be changed later."
                {...messageOf(isTried ? problem : undefined)}
              >
                <Input
                  value={draft.name}
                  maxLength={NAME_LENGTH_MAX}
                  onChange={(_, { value }) => setDraft({ ...draft, name: value })}
                />
              </Field>
              <BusinessUnitDropdown
                label="Below"
                names={units.map(({ name }) => name)}
                value={draft.parent}
                onChange={(parent) => setDraft({ ...draft, parent })}
              />
            </DialogContent>
            <DialogActions fluid>
              <Button type="submit" appearance="primary" disabledFocusable={isPending}>
                Add
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function problemOf({ name }: Draft, units: readonly BusinessUnitView[]): string | undefined {
  if (name.trim() === '') return 'Enter a name.'
  return units.some((unit) => unit.name === name.trim()) ? 'There is a business unit of that name already.' : undefined
}

function useCreate(onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (draft: Draft) => api.businessUnits.create(draft),
    onSuccess: async ({ name, parent }) => {
      await queryClient.invalidateQueries(businessUnitsQuery)
      notify({ title: `${name} is added below ${parent}`, intent: 'success' })
      onDone()
    },
  })
}
