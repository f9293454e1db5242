import { Badge } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type RowView, rootBusinessUnit, type TableView } from '@unified-routing/contract'
import { useState } from 'react'
import { may } from '../data/permissions.ts'
import { rowQuery, tablesQuery } from '../data/queries.ts'
import { useSession } from '../data/viewer.ts'
import { Column } from '../ui/columns.tsx'
import { Page } from '../ui/page.tsx'
import { PageNotFound } from '../ui/page-not-found.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { MoveRowDialog } from './move-row-dialog.tsx'
import { RoutingStatus } from './routing-status.tsx'
import { RowCommands } from './row-commands.tsx'
import { RowFields } from './row-fields.tsx'
import styles from './row-page.module.css'
import { SaveProblem } from './save-problem.tsx'
import { rowTitle, tableTitle } from './table-words.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useResolveRow } from './use-resolve-row.ts'
import { type RowForm, useRowForm } from './use-row-form.ts'

const route = getRouteApi('/app/tables/$table/$id')

/** One row: its form, its way through routing, and what can be done with it. */
export function RowPage() {
  const params = route.useParams()
  const { data: row } = useSuspenseQuery(rowQuery(params.table, params.id))
  const { data: tables } = useSuspenseQuery(tablesQuery)
  const table = tables.find((one) => one.name === params.table)
  return table ? (
    <RowEditor key={`${table.name}/${row.id}/${row.businessUnit}`} table={table} row={row} />
  ) : (
    <PageNotFound />
  )
}

function RowEditor({ table, row }: { readonly table: TableView; readonly row: RowView }) {
  const rowForm = useRowForm(table, row)
  const resolve = useResolveRow(row)
  const session = useSession()
  const mayEdit = may(session, 'editRows')
  const [isMoving, setMoving] = useState(false)
  const canResolve = table.queueEnabled && row.active
  return (
    <Page
      title={rowTitle(row)}
      {...(row.businessUnit === rootBusinessUnit ? {} : { lead: `Belongs to the business unit ${row.businessUnit}.` })}
      trail={[
        <RouterLink key="list" to="/tables/$table" params={{ table: table.name }}>
          {tableTitle(table)}
        </RouterLink>,
      ]}
      badge={<StateBadge row={row} isDirty={rowForm.form.formState.isDirty} />}
      commands={
        mayEdit ? (
          <RowCommands
            table={table}
            isBusy={rowForm.isBusy || resolve.isPending}
            onSave={rowForm.submit}
            {...(may(session, 'manageAccounts') && !rowForm.form.formState.isDirty
              ? { onMove: () => setMoving(true) }
              : {})}
            {...(canResolve ? { onResolve: () => resolve.mutate() } : {})}
          />
        ) : null
      }
    >
      <RowBody table={table} row={row} rowForm={rowForm} isReadOnly={!mayEdit} />
      {isMoving ? <MoveRowDialog row={row} onClose={() => setMoving(false)} /> : null}
      <UnsavedGuard isDirty={rowForm.form.formState.isDirty} />
    </Page>
  )
}

interface RowBodyProps {
  readonly table: TableView
  readonly row: RowView
  readonly rowForm: RowForm
  readonly isReadOnly: boolean
}

function RowBody({ table, row, rowForm, isReadOnly }: RowBodyProps) {
  return (
    <>
      <SaveProblem failure={rowForm.failure} onLoadPresent={rowForm.loadPresent} />
      <div className={table.queueEnabled ? styles.columns : styles.single}>
        <Column>
          <RowFields table={table} form={rowForm.form} isReadOnly={isReadOnly} />
        </Column>
        {table.queueEnabled ? (
          <Column>
            <RoutingStatus
              row={row}
              {...(isReadOnly || !row.active ? {} : { onRouteAgain: () => rowForm.submit('saveAndRoute') })}
            />
          </Column>
        ) : null}
      </div>
    </>
  )
}

function StateBadge({ row, isDirty }: { readonly row: RowView; readonly isDirty: boolean }) {
  return (
    <>
      {row.active ? null : (
        <Badge appearance="tint" color="subtle">
          Resolved
        </Badge>
      )}
      {isDirty ? (
        <Badge appearance="outline" color="warning">
          Unsaved changes
        </Badge>
      ) : null}
    </>
  )
}
