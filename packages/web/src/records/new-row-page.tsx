import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TableView } from '@unified-routing/contract'
import { tablesQuery } from '../data/queries.ts'
import { Page } from '../ui/page.tsx'
import { PageNotFound } from '../ui/page-not-found.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { RowCommands } from './row-commands.tsx'
import { RowFields } from './row-fields.tsx'
import styles from './row-page.module.css'
import { SaveProblem } from './save-problem.tsx'
import { rowWord, tableTitle } from './table-words.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { useRowForm } from './use-row-form.ts'

const route = getRouteApi('/app/tables/$table/new')

/** An empty form for a row that is not there yet. */
export function NewRowPage() {
  const params = route.useParams()
  const { data: tables } = useSuspenseQuery(tablesQuery)
  const table = tables.find((one) => one.name === params.table)
  return table ? <NewRow key={table.name} table={table} /> : <PageNotFound />
}

function NewRow({ table }: { readonly table: TableView }) {
  const { form, submit, isBusy, failure, loadPresent } = useRowForm(table, null)
  return (
    <Page
      title={`New ${rowWord(table.name)}`}
      trail={[
        <RouterLink key="list" to="/tables/$table" params={{ table: table.name }}>
          {tableTitle(table)}
        </RouterLink>,
      ]}
      commands={<RowCommands table={table} isBusy={isBusy} onSave={submit} />}
    >
      <SaveProblem failure={failure} onLoadPresent={loadPresent} />
      <div className={styles.single}>
        <RowFields table={table} form={form} isReadOnly={false} />
      </div>
      <UnsavedGuard isDirty={form.formState.isDirty} />
    </Page>
  )
}
