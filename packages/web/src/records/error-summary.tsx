import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { FieldErrors } from 'react-hook-form'
import { countOf, labelOf } from '../ui/words.ts'
import type { FormValues } from './form-values.ts'

export interface ErrorSummaryProps {
  readonly errors: FieldErrors<FormValues>
  readonly onGoTo: (field: string) => void
}

/** All that keeps a form from being saved, each with the way to its field. */
export function ErrorSummary({ errors, onGoTo }: ErrorSummaryProps) {
  const fields = Object.entries(errors).filter(([name]) => name !== 'root')
  if (fields.length === 0) return null
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Not saved: {countOf(fields.length, 'field')} to correct</MessageBarTitle>
        <ul>
          {fields.map(([name, error]) => (
            <li key={name}>
              <Link as="button" inline onClick={() => onGoTo(name)}>
                {labelOf(name)}
              </Link>
              : {error?.message}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
