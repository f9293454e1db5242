import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RowView } from '@unified-routing/contract'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { rowQuery } from '../data/queries.ts'
import { useNotify } from '../ui/notices.tsx'
import { rowWord } from './table-words.ts'

/** Resolves a record, which closes its work item. */
export function useResolveRow(row: RowView) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: () => api.rows.complete(row.table, row.id),
    onSuccess: (resolved) => {
      queryClient.setQueryData(rowQuery(row.table, row.id).queryKey, resolved)
      void queryClient.invalidateQueries({ queryKey: ['rows', row.table] })
      notify({ title: `The ${rowWord(row.table)} is resolved`, intent: 'success' })
    },
    onError: (error) => notify({ title: 'Not resolved', text: failureText(error), intent: 'error' }),
  })
}
