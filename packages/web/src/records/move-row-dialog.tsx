import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RowView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { rowQuery } from '../data/queries.ts'
import { businessUnitsQuery } from '../data/security-queries.ts'
import { BusinessUnitDropdown } from '../ui/business-unit-dropdown.tsx'
import { useNotify } from '../ui/notices.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { rowWord } from './table-words.ts'

export interface MoveRowDialogProps {
  readonly row: RowView
  readonly onClose: () => void
}

/** Asks which business unit a row shall belong to. Its open work goes along. */
export function MoveRowDialog({ row, onClose }: MoveRowDialogProps) {
  const [unit, setUnit] = useState(row.businessUnit)
  const { data } = useQuery(businessUnitsQuery)
  const { mutate, isPending, error } = useMove(row, onClose)
  const isSame = unit === row.businessUnit
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Move this {rowWord(row.table)}</DialogTitle>
          <DialogContent>
            {error ? <ProblemBar title="Not moved" text={failureText(error)} /> : null}
            <BusinessUnitDropdown
              label="Business unit"
              hint="Who sees it follows from this. Its open work goes along."
              names={(data?.items ?? []).map(({ name }) => name)}
              value={unit}
              onChange={setUnit}
            />
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={isPending || isSame}
              onClick={() => (isSame ? undefined : mutate(unit))}
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

function useMove({ table, id, version }: RowView, onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (businessUnit: string) => api.rows.update(table, id, { values: {}, businessUnit, ifVersion: version }),
    onSuccess: (row) => {
      queryClient.setQueryData(rowQuery(table, id).queryKey, row)
      void queryClient.invalidateQueries({ queryKey: ['rows', table] })
      notify({ title: `The ${rowWord(table)} now belongs to ${row.businessUnit}`, intent: 'success' })
      onDone()
    },
  })
}
