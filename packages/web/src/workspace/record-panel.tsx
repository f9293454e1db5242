import { Spinner } from '@fluentui/react-components'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { RowView, TableView } from '@unified-routing/contract'
import { may } from '../data/permissions.ts'
import { rowQuery, tablesQuery } from '../data/queries.ts'
import { useSession } from '../data/viewer.ts'
import { RowCommands } from '../records/row-commands.tsx'
import { RowFields } from '../records/row-fields.tsx'
import { SaveProblem } from '../records/save-problem.tsx'
import { UnsavedGuard } from '../records/unsaved-guard.tsx'
import { useResolveRow } from '../records/use-resolve-row.ts'
import { useRowForm } from '../records/use-row-form.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'

export interface RecordPanelProps {
  readonly record: { readonly table: string; readonly id: string }
}

/** The record behind a work item, to read, change and complete where it is worked on. */
export function RecordPanel({ record }: RecordPanelProps) {
  const { data: tables } = useSuspenseQuery(tablesQuery)
  const { data: row, error } = useQuery(rowQuery(record.table, record.id))
  const table = tables.find((one) => one.name === record.table)
  if (error) return <ProblemBar title="The record cannot be shown" text={error.message} />
  return row && table ? <RecordForm table={table} row={row} /> : <Spinner label="Reading the record" />
}

function RecordForm({ table, row }: { readonly table: TableView; readonly row: RowView }) {
  const { form, submit, isBusy, failure, loadPresent } = useRowForm(table, row)
  const resolve = useResolveRow(row)
  const isReadOnly = !may(useSession(), 'editRows')
  return (
    <>
      {isReadOnly || !row.active ? null : (
        <RowCommands
          table={table}
          isBusy={isBusy || resolve.isPending}
          onSave={submit}
          onResolve={() => resolve.mutate()}
          isInWorkspace
        />
      )}
      <SaveProblem failure={failure} onLoadPresent={loadPresent} />
      <RowFields table={table} form={form} isReadOnly={isReadOnly || !row.active} />
      <UnsavedGuard isDirty={form.formState.isDirty} />
    </>
  )
}
