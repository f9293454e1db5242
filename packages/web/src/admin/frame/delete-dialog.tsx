import { Text } from '@fluentui/react-components'
import { applyChanges, type Configuration } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { countOf } from '../../ui/words.ts'
import styles from './delete-dialog.module.css'
import type { ListedNoun } from './noun.ts'
import { useSave } from './use-save.ts'

const SHOWN_MAX = 12

export interface DeleteDialogProps<Row> {
  readonly noun: ListedNoun<Row>
  readonly rows: readonly Row[]
  readonly onClose: (isDone: boolean) => void
}

interface Named {
  /** "queue 'Billing': member" */
  readonly words: string
  readonly canGo: boolean
}

/** Asks once before rows go, and names what goes with them or stands in the way. */
export function DeleteDialog<Row>({ noun, rows, onClose }: DeleteDialogProps<Row>) {
  const { document, version } = useConfiguration()
  const [basedOn] = useState(version)
  const { save, isSaving, failure } = useSave()
  const kept = rows.filter((row) => keptBecause(noun, row) !== null)
  const { names, dependents } = useMemo(() => removalOf(noun, rows, document), [noun, rows, document])
  const blocking = dependents.filter(({ canGo }) => !canGo)
  const what =
    names.length === 1 ? `${noun.words.one} ${names[0]}` : countOf(names.length, noun.words.one, noun.words.many)
  const canDelete = names.length > 0 && blocking.length === 0
  const handleConfirm = async () => {
    if (!canDelete) return onClose(false)
    const changes = names.map((name) => ({ list: noun.list, name, remove: true, alsoRemoveReferences: true }) as const)
    if (await save({ basedOn, changes, title: `Deleted: ${what}` })) onClose(true)
  }
  return (
    <ConfirmDialog
      isOpen
      title={canDelete ? `Delete ${what}?` : 'This cannot be deleted yet'}
      confirmLabel={canDelete ? 'Delete' : 'Close'}
      isBusy={isSaving}
      onConfirm={() => void handleConfirm()}
      onCancel={() => onClose(false)}
    >
      <div className={styles.content}>
        {failure ? <ProblemBar title="Not deleted" text={failure.text} /> : null}
        {kept.map((row) => (
          <Text key={noun.keyOf(row)}>
            {noun.keyOf(row)} stays: {keptBecause(noun, row)}
          </Text>
        ))}
        {blocking.length > 0 ? (
          <Dependents lead="These cannot do without it. Change them first:" dependents={blocking} />
        ) : dependents.length > 0 ? (
          <Dependents lead="It is also taken out of:" dependents={dependents} />
        ) : names.length > 0 ? (
          <Text>Nothing else refers to it. You can undo this right after.</Text>
        ) : null}
      </div>
    </ConfirmDialog>
  )
}

function Dependents({ lead, dependents }: { readonly lead: string; readonly dependents: readonly Named[] }) {
  return (
    <>
      <Text>{lead}</Text>
      <ul className={styles.list}>
        {dependents.slice(0, SHOWN_MAX).map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
        {dependents.length > SHOWN_MAX ? <li>and {dependents.length - SHOWN_MAX} more</li> : null}
      </ul>
    </>
  )
}

function keptBecause<Row>(noun: ListedNoun<Row>, row: Row): string | null {
  return noun.fixedBecause?.(row) ?? noun.keptBecause?.(row) ?? null
}

/** The very check of the server: what still names the rows when they are gone. */
function removalOf<Row>(noun: ListedNoun<Row>, rows: readonly Row[], document: Configuration) {
  const names = rows.filter((row) => keptBecause(noun, row) === null).map(noun.keyOf)
  const edit = applyChanges(
    document,
    names.map((name) => ({ list: noun.list, name, remove: true })),
  )
  const dependents: readonly Named[] = edit.ok ? [] : edit.dependents
  return { names, dependents }
}
