import type { Representative } from '@unified-routing/routing'
import { useForm } from 'react-hook-form'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import styles from '../frame/noun-form.module.css'
import type { Holding } from './holders.tsx'

export interface HoldersDialogProps {
  readonly title: string
  readonly holding: Pick<Holding, 'valueLabel' | 'valueHint'>
  /** Who may be chosen; null: that is settled. */
  readonly candidates: readonly Representative[] | null
  readonly failure: string | null
  readonly isBusy: boolean
  readonly onGive: (names: readonly string[], value: number | null) => void
  readonly onClose: () => void
}

type Values = { names: readonly string[]; value: number | null }

/** Asks to whom something is given, and with which number. */
export function HoldersDialog(props: HoldersDialogProps) {
  const { title, holding, candidates, failure, isBusy, onGive, onClose } = props
  const { control, getValues } = useForm<Values>({ defaultValues: { names: [], value: null } })
  return (
    <ConfirmDialog
      isOpen
      title={title}
      confirmLabel={candidates === null ? 'Save' : 'Add'}
      isBusy={isBusy}
      onConfirm={() => {
        const { names, value } = getValues()
        if (candidates === null || names.length > 0) onGive(names, value)
      }}
      onCancel={onClose}
    >
      {failure === null ? null : <ProblemBar title="Not saved" text={failure} />}
      <div className={styles.body}>
        {candidates === null ? null : (
          <ReferencesField
            control={control}
            name="names"
            label="Representatives"
            choices={candidates.map(({ name, fullName }) =>
              fullName ? { name, text: fullName, detail: name } : { name },
            )}
          />
        )}
        <NumberField control={control} name="value" label={holding.valueLabel} hint={holding.valueHint} />
      </div>
    </ConfirmDialog>
  )
}
