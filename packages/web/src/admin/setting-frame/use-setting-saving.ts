import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Setting, SettingDraft } from '@unified-routing/client'
import type { SettingKind, SettingKindName, Titled } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { type ChangeFailure, changeFailureOf } from '../../data/change-failure.ts'
import { failureText, isConflict } from '../../data/failure-text.ts'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useNotify } from '../../ui/notices.tsx'

export interface SettingSave<Value> {
  readonly name: string
  readonly draft: SettingDraft<Value>
  /** As it is stored at present, as far as the person knows; null: it is new. */
  readonly before: Setting<Value> | null
}

export interface SettingSaving<Value> {
  /** Resolves with null when it failed; `failure` then says why. */
  readonly save: (save: SettingSave<Value>) => Promise<Setting<Value> | null>
  readonly isSaving: boolean
  readonly failure: ChangeFailure | null
  readonly reset: () => void
}

/** Saves settings of a kind and offers, for a while, to take the change back. */
export function useSettingSaving<Value extends Titled>(
  kind: SettingKind<Value, SettingKindName>,
): SettingSaving<Value> {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const undo = useUndo(kind)
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ name, draft, before }: SettingSave<Value>) => api.settings(kind).save(name, draft, before?.version),
    onSuccess: (saved, save) => {
      const title = `The ${kind.words.one} ${saved.value.title} is saved`
      // A secret that was replaced cannot be brought back: nobody has it any more.
      const canUndo = Object.keys(save.draft.secrets ?? {}).length === 0
      notify({
        title,
        intent: 'success',
        ...(canUndo ? { action: { label: 'Undo', onAction: () => undo(saved, save.before) } } : {}),
      })
    },
    onSettled: () => queryClient.invalidateQueries(settingsQuery(kind)),
  })
  return {
    save: (save) => mutateAsync(save).catch(() => null),
    isSaving: isPending,
    failure: error ? changeFailureOf(error) : null,
    reset,
  }
}

/** Outlives the page it was offered on. */
function useUndo<Value extends Titled>(kind: SettingKind<Value, SettingKindName>) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return ({ name, version }: Setting<Value>, before: Setting<Value> | null): void => {
    const settings = api.settings(kind)
    const undone =
      before === null ? settings.delete(name, version) : settings.save(name, { value: before.value }, version)
    void Promise.resolve(undone)
      .then(() => notify({ title: 'Taken back', intent: 'success' }))
      .catch((error: unknown) =>
        notify({
          title: 'Not taken back',
          text: isConflict(error) ? 'Somebody else has changed it since.' : failureText(error),
          intent: 'error',
        }),
      )
      .finally(() => queryClient.invalidateQueries(settingsQuery(kind)))
  }
}
