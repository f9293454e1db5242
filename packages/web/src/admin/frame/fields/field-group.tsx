import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular, ErrorCircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import hidden from '../../../ui/visually-hidden.module.css'
import { isUnder, useFormState } from '../form-context.ts'
import styles from './field-group.module.css'

export interface FieldGroupProps {
  /** The place in the form that the group shows. */
  readonly name: string
  /** Empty: what stands around it says enough. */
  readonly label: string
  readonly hint?: string
  /** "Add a level"; absent: nothing can be added. */
  readonly addLabel?: string
  readonly onAdd?: () => void
  readonly children: ReactNode
}

/** Fields that belong together, perhaps as entries of a list; shows what is wrong with the whole. */
export function FieldGroup({ name, label, hint, addLabel, onAdd, children }: FieldGroupProps) {
  const { problems, isAttempted, isReadOnly } = useFormState()
  const own = isAttempted ? problems.filter(({ field }) => field === name) : []
  return (
    <fieldset className={styles.group} data-field={name}>
      <legend className={label === '' ? hidden.hidden : styles.legend}>{label === '' ? addLabel : label}</legend>
      {hint ? <span className={styles.hint}>{hint}</span> : null}
      {own.map(({ message }) => (
        <span key={message} className={styles.problem} role="alert">
          <ErrorCircleRegular aria-hidden="true" /> {message}
        </span>
      ))}
      {children}
      {addLabel && !isReadOnly ? (
        <div>
          <Button icon={<AddRegular />} onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

export interface FieldRowProps {
  readonly name: string
  /** "Remove level 2" */
  readonly removeLabel: string
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** The fields of one entry of a list side by side, with the way to remove it. */
export function FieldRow({ name, removeLabel, onRemove, children }: FieldRowProps) {
  const { problems, isAttempted, isReadOnly } = useFormState()
  const hasProblem = isAttempted && problems.some(({ field }) => isUnder(field, name))
  return (
    <div className={styles.row} data-problem={hasProblem}>
      <div className={styles.fields}>{children}</div>
      {isReadOnly ? null : (
        <Button appearance="subtle" icon={<DeleteRegular />} aria-label={removeLabel} onClick={onRemove} />
      )}
    </div>
  )
}
