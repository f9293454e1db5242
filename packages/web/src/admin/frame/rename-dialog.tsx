import { Field, Input, Text } from '@fluentui/react-components'
import { referencesTo } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { countOf } from '../../ui/words.ts'
import { changeProblems, formProblems } from './change-problems.ts'
import type { ListedNoun } from './noun.ts'
import { useSave } from './use-save.ts'

export interface RenameDialogProps<Row> {
  readonly noun: ListedNoun<Row>
  readonly name: string
  /** The new name; null: it stays. */
  readonly onClose: (newName: string | null) => void
}

/** Gives a row another name, in every place that names it. */
export function RenameDialog<Row>({ noun, name, onClose }: RenameDialogProps<Row>) {
  const { document, version } = useConfiguration()
  const [basedOn] = useState(version)
  const [typed, setTyped] = useState(name)
  const [isAttempted, setAttempted] = useState(false)
  const { save, isSaving, failure } = useSave()
  const change = { list: noun.list, name, rename: typed }
  const problem = formProblems(changeProblems(document, change), { keyField: 'name' })[0]
  const places = useMemo(() => referencesTo(document, noun.list, name).length, [document, noun, name])
  const handleConfirm = async () => {
    setAttempted(true)
    if (problem) return
    if (typed === name) return onClose(null)
    if (await save({ basedOn, changes: [change], title: `${name} is now ${typed}` })) onClose(typed)
  }
  return (
    <ConfirmDialog
      isOpen
      title={`Rename ${noun.words.one} ${name}`}
      confirmLabel="Rename"
      isBusy={isSaving}
      onConfirm={() => void handleConfirm()}
      onCancel={() => onClose(null)}
    >
      {failure ? <ProblemBar title="Not renamed" text={failure.text} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void handleConfirm()
        }}
      >
        <Field
          label="New name"
          required
          {...(isAttempted && problem ? { validationState: 'error', validationMessage: problem.message } : {})}
        >
          <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      </form>
      <Text size={200}>
        {places === 0
          ? 'Nothing else refers to it.'
          : `The ${countOf(places, 'place')} that refer to it get the new name too.`}
      </Text>
    </ConfirmDialog>
  )
}
