import { Button, Link as FluentLink, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type BusinessUnitView, rootBusinessUnit } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { businessUnitsQuery } from '../../data/security-queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { BusinessUnitBranches } from './business-unit-branches.tsx'
import { businessUnitTree } from './business-unit-tree.ts'
import { MoveBusinessUnitDialog } from './move-business-unit-dialog.tsx'
import { NewBusinessUnitDialog } from './new-business-unit-dialog.tsx'

/** The business units of the organization, as the tree they are. */
export function BusinessUnitsPage() {
  const { items: units, missing } = useSuspenseQuery(businessUnitsQuery).data
  const [added, setAdded] = useState<{ readonly name: string; readonly parent: string } | null>(null)
  const [moved, setMoved] = useState<BusinessUnitView | null>(null)
  const [deleted, setDeleted] = useState<BusinessUnitView | null>(null)
  const deleting = useDelete(() => setDeleted(null))
  const tree = businessUnitTree(units)
  return (
    <Page
      title="Business units"
      lead="The parts of your organization, as a tree. Users, accounts, rows and work each belong to one. A role decides how far somebody sees: their own unit, those below it, or everything."
      commands={
        <Button
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setAdded({ name: '', parent: rootBusinessUnit })}
        >
          New business unit
        </Button>
      }
    >
      {deleting.error ? <ProblemBar title="Not deleted" text={failureText(deleting.error)} /> : null}
      {missing.map((name) => (
        <MissingUnit key={name} name={name} onAdd={() => setAdded({ name, parent: rootBusinessUnit })} />
      ))}
      {tree === null ? null : (
        <BusinessUnitBranches
          tree={tree}
          units={units}
          onAdd={(parent) => setAdded({ name: '', parent })}
          onMove={setMoved}
          onDelete={setDeleted}
        />
      )}
      {added === null ? null : <NewBusinessUnitDialog start={added} units={units} onClose={() => setAdded(null)} />}
      {moved === null ? null : <MoveBusinessUnitDialog unit={moved} units={units} onClose={() => setMoved(null)} />}
      <ConfirmDialog
        isOpen={deleted !== null}
        title={`Delete ${deleted?.name ?? 'the business unit'}?`}
        confirmLabel="Delete"
        isBusy={deleting.isPending}
        onConfirm={() => (deleted === null ? undefined : deleting.mutate(deleted.name))}
        onCancel={() => setDeleted(null)}
      >
        Nobody is in it and nothing is below it, so nothing else goes with it.
      </ConfirmDialog>
    </Page>
  )
}

/** Somebody carries a name that the tree does not have. */
function MissingUnit({ name, onAdd }: { readonly name: string; readonly onAdd: () => void }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>Some users or accounts belong to {name}, which is no business unit.</MessageBarBody>
      <MessageBarActions>
        <FluentLink as="button" onClick={onAdd}>
          Add {name}
        </FluentLink>
      </MessageBarActions>
    </MessageBar>
  )
}

function useDelete(onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (name: string) => api.businessUnits.delete(name),
    onSuccess: (_, name) => notify({ title: `${name} is deleted`, intent: 'success' }),
    onSettled: async () => {
      onDone()
      await queryClient.invalidateQueries(businessUnitsQuery)
    },
  })
}
