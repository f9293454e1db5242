import { createContext, use } from 'react'
import {
  type Control,
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
  useController,
} from 'react-hook-form'

/** Something wrong with a value of the form. */
export interface FormProblem {
  /** The field it lies in, such as "hours.0.start"; empty: none. */
  readonly field: string
  readonly message: string
}

export interface FormState {
  readonly problems: readonly FormProblem[]
  /** Somebody tried to save: from then on every field says what is wrong with it, touched or not. */
  readonly isAttempted: boolean
  readonly isReadOnly: boolean
}

/** What the fields of a form have in common. */
export const FormContext = createContext<FormState>({ problems: [], isAttempted: false, isReadOnly: false })

/** For parts of a form that are no fields. */
export function useFormState(): FormState {
  return use(FormContext)
}

export interface FieldProps<Values extends FieldValues> {
  readonly control: Control<Values>
  readonly name: FieldPath<Values>
  readonly label: string
  /** One line under the control: what it is for, its limits. */
  readonly hint?: string
  readonly isRequired?: boolean
  /** Cannot be changed in this row, whoever asks. */
  readonly isFixed?: boolean
}

interface FieldFrame {
  readonly label: string
  readonly required: boolean
  readonly hint?: string
  readonly validationState?: 'error'
  readonly validationMessage?: string
}

interface FieldParts<Values extends FieldValues> {
  readonly field: ControllerRenderProps<Values, FieldPath<Values>>
  /** For Fluent's Field: the words around the control. */
  readonly frame: FieldFrame
  readonly isReadOnly: boolean
}

/** One field of a form: its value, the words around it, and what is wrong with it. */
export function useField<Values extends FieldValues>(props: FieldProps<Values>): FieldParts<Values> {
  const { field, fieldState } = useController({ name: props.name, control: props.control })
  const { problems, isAttempted, isReadOnly } = useFormState()
  const message =
    isAttempted || fieldState.isTouched
      ? problems.find((problem) => isUnder(problem.field, props.name))?.message
      : undefined
  return {
    field,
    isReadOnly: isReadOnly || props.isFixed === true,
    frame: {
      label: props.label,
      required: props.isRequired === true,
      ...(props.hint === undefined ? {} : { hint: props.hint }),
      ...(message === undefined ? {} : { validationState: 'error', validationMessage: message }),
    },
  }
}

/** Whether a place is this field or inside its value. */
export function isUnder(place: string, field: string): boolean {
  return place === field || place.startsWith(`${field}.`)
}
