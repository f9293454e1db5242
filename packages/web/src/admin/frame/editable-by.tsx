import type { Capability } from '@unified-routing/contract'
import type { ReactNode } from 'react'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { FormContext, useFormState } from './form-context.ts'

/** A part of a form that more people may change than the rest of it. */
export function EditableBy({
  capability,
  children,
}: {
  readonly capability: Capability
  readonly children: ReactNode
}) {
  const state = useFormState()
  const mayEdit = may(useSession(), capability)
  return <FormContext value={{ ...state, isReadOnly: state.isReadOnly && !mayEdit }}>{children}</FormContext>
}
