import { type QueryClient, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Operations } from '@unified-routing/contract'
import { applyChanges, validateConfiguration } from '@unified-routing/routing'
import { useNotify } from '../ui/notices.tsx'
import { api } from './api.ts'
import { type ChangeFailure, changeFailureOf } from './change-failure.ts'
import { type ConfigurationInCache, configurationQuery } from './queries.ts'

type Body = Operations['changeConfiguration']['body']['_zod']['input']
export type ChangeReply = Operations['changeConfiguration']['reply']['_zod']['output']

export interface Saving {
  /** The version that the person saw when they began: `useConfiguration().version` at that moment. */
  readonly basedOn: number
  readonly changes: Body['changes']
  /** Why, for the history. */
  readonly note?: string
  /** What the notice says afterwards: "Queue Billing is saved". Without it there is no notice. */
  readonly title?: string
}

export interface ConfigurationChanging {
  /** Saves all or nothing. Resolves with null when that failed; `failure` then says why. */
  readonly save: (saving: Saving) => Promise<ChangeReply | null>
  readonly isSaving: boolean
  /** Of the last attempt; null: it went well, or there was none. */
  readonly failure: ChangeFailure | null
  /** Forgets the failure. */
  readonly reset: () => void
}

/** The configuration document and its version, kept true by the live stream. The route's loader has ensured
 * `configurationQuery`. */
export function useConfiguration(): ConfigurationInCache {
  return useSuspenseQuery(configurationQuery).data
}

/** Changes rows of the configuration; they take effect at once. */
export function useChangeConfiguration(): ConfigurationChanging {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ basedOn, changes, note }: Saving) => api.configuration.change({ basedOn, changes, note }),
    onSuccess: (reply, { changes, title }) => {
      takeOver(queryClient, changes, reply.version)
      if (title) notify({ title, intent: 'success' })
    },
    onError: () => queryClient.invalidateQueries(configurationQuery),
  })
  return {
    save: (saving) => mutateAsync(saving).catch(() => null),
    isSaving: isPending,
    failure: error ? changeFailureOf(error) : null,
    reset,
  }
}

/** The own change is applied to the document at hand, so that it need not be read again; unless others came between. */
function takeOver(queryClient: QueryClient, changes: Body['changes'], version: number): void {
  const present = queryClient.getQueryData(configurationQuery.queryKey)
  if (present && present.version >= version) return
  const edit = present?.version === version - 1 ? applyChanges(present.document, changes) : null
  const validation = edit?.ok ? validateConfiguration(edit.document) : null
  if (validation?.ok) {
    queryClient.setQueryData(configurationQuery.queryKey, { document: validation.configuration, version })
  } else void queryClient.invalidateQueries(configurationQuery)
}
