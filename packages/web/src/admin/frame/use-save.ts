import { useQueryClient } from '@tanstack/react-query'
import type { ConfigurationChange } from '@unified-routing/routing'
import { api } from '../../data/api.ts'
import { failureText, isConflict } from '../../data/failure-text.ts'
import { configurationQuery } from '../../data/queries.ts'
import {
  type ChangeReply,
  type ConfigurationChanging,
  useChangeConfiguration,
} from '../../data/use-change-configuration.ts'
import { useNotify } from '../../ui/notices.tsx'

export interface SaveRequest {
  /** The version that the person saw when they began. */
  readonly basedOn: number
  readonly changes: readonly ConfigurationChange[]
  /** What the notice says: "Skill French is saved". */
  readonly title: string
}

export interface Saving extends Pick<ConfigurationChanging, 'isSaving' | 'failure' | 'reset'> {
  /** Resolves with null when it failed; `failure` then says why. */
  readonly save: (request: SaveRequest) => Promise<ChangeReply | null>
}

/** Saves changes and offers, for a while, to take them back. */
export function useSave(): Saving {
  const changing = useChangeConfiguration()
  const notify = useNotify()
  const undo = useUndo()
  const save = async ({ basedOn, changes, title }: SaveRequest) => {
    const reply = await changing.save({ basedOn, changes })
    if (reply === null) return null
    notify({
      title,
      intent: 'success',
      ...(reply.plan.length > 0 ? { action: { label: 'Undo', onAction: () => undo(reply.version) } } : {}),
    })
    return reply
  }
  return { save, isSaving: changing.isSaving, failure: changing.failure, reset: changing.reset }
}

/** Outlives the page it was offered on. */
function useUndo() {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return (version: number): void => {
    void api.configuration
      .undo(version)
      .then(() => notify({ title: 'Taken back', intent: 'success' }))
      .catch((error: unknown) =>
        notify({
          title: 'Not taken back',
          text: isConflict(error) ? 'Somebody else has changed it since.' : failureText(error),
          intent: 'error',
        }),
      )
      .finally(() => queryClient.invalidateQueries(configurationQuery))
  }
}
