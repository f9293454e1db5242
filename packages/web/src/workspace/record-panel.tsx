import { Badge, Spinner } from '@fluentui/react-components'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { RowView, TableView } from '@unified-routing/contract'
import { may } from '../data/permissions.ts'
import { rowQuery, tablesQuery } from '../data/queries.ts'
import { useSession } from '../data/viewer.ts'
import { RowCommands } from '../records/row-commands.tsx'
import { RowFields } from '../records/row-fields.tsx'
import { SaveProblem } from '../records/save-problem.tsx'
import { useResolveRow } from '../records/use-resolve-row.ts'
import { useRowForm } from '../records/use-row-form.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'
import styles from './record-panel.module.css'
import { useRecordDraft } from './use-record-draft.ts'
import { useRoutedAgain } from './use-routed-again.ts'

export interface RecordPanelProps {
  readonly workItem: string
  readonly record: { readonly table: string; readonly id: string }
}

/** The record behind a work item, to read, change and complete where it is worked on. */
export function RecordPanel({ workItem, record }: RecordPanelProps) {
  const { data: tables } = useSuspenseQuery(tablesQuery)
  const { data: row, error } = useQuery(rowQuery(record.table, record.id))
  const table = tables.find((one) => one.name === record.table)
  if (error) return <ProblemBar title="The record cannot be shown" text={error.message} />
  return row && table ? (
    <RecordForm workItem={workItem} table={table} row={row} />
  ) : (
    <Spinner label="Reading the record" />
  )
}

interface RecordFormProps {
  readonly workItem: string
  readonly table: TableView
  readonly row: RowView
}

function RecordForm({ workItem, table, row }: RecordFormProps) {
  const draft = useRecordDraft(workItem)
  const { form, submit, isBusy, failure, loadPresent } = useRowForm(table, row, {
    draft,
    onRouted: useRoutedAgain(workItem),
  })
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
      {form.formState.isDirty ? (
        <Badge className={styles.unsaved} appearance="outline" color="warning">
          Unsaved changes
        </Badge>
      ) : null}
      <SaveProblem failure={failure} onLoadPresent={loadPresent} />
      <RowFields table={table} form={form} isReadOnly={isReadOnly || !row.active} />
    </>
  )
}
