import { Toolbar } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import type { Noun } from './noun.ts'
import styles from './noun-form.module.css'
import { RowCommands } from './row-commands.tsx'
import { SaveButtons } from './save-buttons.tsx'
import type { NounForm } from './use-noun-form.ts'

export interface NounFormCommandsProps<Row, Values extends FieldValues> {
  readonly noun: Noun<Row, Values>
  readonly stored: Row | null
  readonly nounForm: NounForm<Row, Values>
  /** Only a part of the row may be changed: saving is all there is. */
  readonly isPartly: boolean
}

/** Save, Save and close; for a stored row also Copy, Rename and Delete. */
export function NounFormCommands<Row, Values extends FieldValues>(props: NounFormCommandsProps<Row, Values>) {
  const { nounForm, stored } = props
  return (
    <Toolbar aria-label="Commands" className={styles.toolbar}>
      <SaveButtons isSaving={nounForm.isSaving} isSingle={props.noun.isSingle} onSave={nounForm.submit} />
      {stored === null || props.noun.isSingle || props.isPartly ? null : (
        <RowCommands noun={props.noun} stored={stored} isDirty={nounForm.isDirty} />
      )}
    </Toolbar>
  )
}
