import { Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Setting } from '@unified-routing/client'
import type { SettingKind, SettingKindName, Titled } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { settingsQuery } from '../../data/setting-queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { countOf } from '../../ui/words.ts'

export interface DeleteSettingsDialogProps<Value extends Titled> {
  readonly kind: SettingKind<Value, SettingKindName>
  readonly settings: readonly Setting<Value>[]
  readonly onClose: (isDone: boolean) => void
}

/** Asks once before settings go, and says when secrets go with them. */
export function DeleteSettingsDialog<Value extends Titled>(props: DeleteSettingsDialogProps<Value>) {
  const { kind, settings, onClose } = props
  const { one, many } = kind.words
  const [first] = settings
  const what = settings.length === 1 && first ? `the ${one} ${first.value.title}` : countOf(settings.length, one, many)
  const { mutate, isPending, error } = useDelete(props)
  const hasSecrets = settings.some(({ secrets }) => Object.values(secrets).includes(true))
  return (
    <ConfirmDialog
      isOpen
      title={`Delete ${what}?`}
      confirmLabel="Delete"
      isBusy={isPending}
      onConfirm={() => mutate()}
      onCancel={() => onClose(false)}
    >
      {error ? <ProblemBar title="Not all are deleted" text={failureText(error)} /> : null}
      <Text>
        {hasSecrets
          ? 'Its secrets go with it, and nobody can bring them back.'
          : 'What was done with it stays on record. This cannot be undone.'}
      </Text>
    </ConfirmDialog>
  )
}

function useDelete<Value extends Titled>({ kind, settings, onClose }: DeleteSettingsDialogProps<Value>) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: async () => {
      for (const { name, version } of settings) await api.settings(kind).delete(name, version)
    },
    onSuccess: () => {
      notify({ title: `Deleted: ${countOf(settings.length, kind.words.one, kind.words.many)}`, intent: 'success' })
      onClose(true)
    },
    onSettled: () => queryClient.invalidateQueries(settingsQuery(kind)),
  })
}
