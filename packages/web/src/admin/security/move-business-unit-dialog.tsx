import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type BusinessUnitView, rootBusinessUnit } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { businessUnitsQuery } from '../../data/security-queries.ts'
import { BusinessUnitDropdown } from '../../ui/business-unit-dropdown.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { possibleParents } from './business-unit-tree.ts'

export interface MoveBusinessUnitDialogProps {
  readonly unit: BusinessUnitView
  readonly units: readonly BusinessUnitView[]
  readonly onClose: () => void
}

/** Asks where a business unit shall be from now on. */
export function MoveBusinessUnitDialog({ unit, units, onClose }: MoveBusinessUnitDialogProps) {
  const before = unit.parent ?? rootBusinessUnit
  const [parent, setParent] = useState(before)
  const { mutate, isPending, error } = useMove(unit.name, onClose)
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Move {unit.name}</DialogTitle>
          <DialogContent>
            {error ? <ProblemBar title="Not moved" text={failureText(error)} /> : null}
            <BusinessUnitDropdown
              label="Below"
              hint={`What is below ${unit.name} goes along.`}
              names={possibleParents(units, unit.name)}
              value={parent}
              onChange={setParent}
            />
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={isPending || parent === before}
              onClick={() => (parent === before ? undefined : mutate(parent))}
            >
              Move
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function useMove(name: string, onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (parent: string) => api.businessUnits.move(name, parent),
    onSuccess: async ({ parent }) => {
      await queryClient.invalidateQueries(businessUnitsQuery)
      notify({ title: `${name} is now below ${parent}`, intent: 'success' })
      onDone()
    },
  })
}
