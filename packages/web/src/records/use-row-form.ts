import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ApiError } from '@unified-routing/client'
import type { RowView, TableView, WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { api } from '../data/api.ts'
import { rowQuery, workItemQuery } from '../data/queries.ts'
import { useNotify } from '../ui/notices.tsx'
import { changedValues, type FormValues, fieldName, formValuesOf } from './form-values.ts'
import { rowWord } from './table-words.ts'
import { type RowDraftKeeper, rowOfDraft, useRowDraft } from './use-row-draft.ts'

export type Saving = 'save' | 'saveAndClose' | 'saveAndRoute'

interface Saved {
  readonly row: RowView
  /** Null: not routed, either because nobody asked or because no intake rule matched. */
  readonly workItem: WorkItemView | null
}

export interface RowForm {
  readonly form: UseFormReturn<FormValues>
  readonly submit: (saving: Saving) => void
  readonly isBusy: boolean
  /** A failure that belongs to no field. */
  readonly failure: Error | null
  /** Drops what was typed and takes the row as the server has it now. */
  readonly loadPresent: () => void
}

export interface RowFormOptions {
  readonly draft?: RowDraftKeeper | null
  /** The row was routed: this is the work that came of it. */
  readonly onRouted?: (workItem: WorkItemView) => void
}

/** The form of one row, new (`row` null) or existing: what was typed, and the three ways to save it. */
export function useRowForm(
  table: TableView,
  present: RowView | null,
  { draft = null, onRouted }: RowFormOptions = {},
): RowForm {
  const queryClient = useQueryClient()
  // What the person saw when they began to type. The cache may be newer; saving over that is a conflict, not a detail.
  const [row, setRow] = useState(() => rowOfDraft(present, draft))
  const form = useForm<FormValues>({ defaultValues: formValuesOf(table, row?.values ?? {}) })
  useRowDraft(form, draft, row?.version ?? 0)
  const handleSaved = useAfterSaving(table, row, form)
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: ({ saving, values }: { saving: Saving; values: FormValues }) =>
      save({ table, row, saving, values: changedValues(table, values, row) }),
    onSuccess: (saved, { saving }) => {
      setRow(saved.row)
      if (saved.workItem) onRouted?.(saved.workItem)
      return handleSaved(saved, saving)
    },
    onError: (failure) => showFieldErrors(table, form, failure),
  })
  return {
    form,
    isBusy: isPending,
    failure: error && !hasFieldErrors(table, error) ? error : null,
    submit: (saving) => void form.handleSubmit((values) => mutate({ saving, values }))(),
    loadPresent: () => {
      if (!row) return
      reset()
      void queryClient.fetchQuery({ ...rowQuery(table.name, row.id), staleTime: 0 }).then((newest) => {
        setRow(newest)
        form.reset(formValuesOf(table, newest.values))
      })
    },
  }
}

interface Change {
  readonly table: TableView
  readonly row: RowView | null
  readonly saving: Saving
  readonly values: RowView['values']
}

async function save({ table, row, saving, values }: Change): Promise<Saved> {
  if (!row) return api.rows.create(table.name, { values, route: saving === 'saveAndRoute' })
  const change = { values, ifVersion: row.version }
  if (saving === 'saveAndRoute') return api.rows.route(table.name, row.id, change)
  return { row: await api.rows.update(table.name, row.id, change), workItem: null }
}

function useAfterSaving(table: TableView, before: RowView | null, form: UseFormReturn<FormValues>) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const notify = useNotify()
  return async ({ row, workItem }: Saved, saving: Saving): Promise<void> => {
    queryClient.setQueryData(rowQuery(table.name, row.id).queryKey, row)
    if (workItem) queryClient.setQueryData(workItemQuery(workItem.id).queryKey, (known) => newest(known, workItem))
    void queryClient.invalidateQueries({ queryKey: ['rows', table.name] })
    form.reset(formValuesOf(table, row.values))
    notify(noticeOf(table, saving, workItem))
    const params = { table: table.name, id: row.id }
    if (saving === 'saveAndClose') await navigate({ to: '/tables/$table', params, ignoreBlocker: true })
    else if (!before) await navigate({ to: '/tables/$table/$id', params, replace: true, ignoreBlocker: true })
  }
}

/** The live stream may have been faster than the reply. */
function newest(known: WorkItemView | undefined, item: WorkItemView): WorkItemView {
  return known && known.version > item.version ? known : item
}

function noticeOf(table: TableView, saving: Saving, workItem: WorkItemView | null) {
  const word = rowWord(table.name)
  if (saving !== 'saveAndRoute') return { title: `The ${word} is saved`, intent: 'success' } as const
  if (workItem) return { title: `The ${word} is saved and routed`, intent: 'success' } as const
  const text = 'No intake rule matched it, so no workstream took it.'
  return { title: `The ${word} is saved, not routed`, text, intent: 'warning' } as const
}

function showFieldErrors(table: TableView, form: UseFormReturn<FormValues>, failure: Error): void {
  for (const { field, message } of fieldErrors(table, failure)) form.setError(field, { message })
}

function hasFieldErrors(table: TableView, failure: Error): boolean {
  return fieldErrors(table, failure).length > 0
}

/** The server names a bad value by its path, which ends with the column: "body.values.priority". */
function fieldErrors(table: TableView, failure: Error) {
  if (!(failure instanceof ApiError)) return []
  return failure.errors.flatMap(({ path, message }) => {
    const column = table.columns.find(
      ({ name }) => path === name || path.endsWith(`.${name}`) || path.endsWith(`["${name}"]`),
    )
    return column ? [{ field: fieldName(column), message }] : []
  })
}
