import { Field, type FieldProps } from '@fluentui/react-components'
import type { UserForm } from './use-user-form.ts'

export interface PersonFieldProps {
  readonly form: UserForm
  /** The words of the field, by which problems name it as well. */
  readonly label: string
  readonly hint?: string
  readonly isRequired?: boolean
  readonly children: FieldProps['children']
}

/** One part of a person with its label and what is wrong with it. */
export function PersonField({ form, label, hint, isRequired = false, children }: PersonFieldProps) {
  const message = form.problems.find(({ field }) => field === label)?.message
  return (
    <div data-field={label}>
      <Field
        label={label}
        required={isRequired}
        {...(hint === undefined ? {} : { hint })}
        {...(message === undefined ? {} : { validationState: 'error', validationMessage: message })}
      >
        {children}
      </Field>
    </div>
  )
}
