import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { countOf } from '../../ui/words.ts'
import { focusField } from './focus-field.ts'
import type { FormProblem } from './form-context.ts'
import { useShowTab } from './noun-tabs.tsx'
import { placeWords } from './place-words.ts'

export interface ProblemSummaryProps {
  readonly noun: {
    readonly labels: Readonly<Record<string, string>>
    readonly tabOf?: (field: string) => string
  }
  readonly problems: readonly FormProblem[]
}

/** All that keeps a form from being saved, each with the way to its field. */
export function ProblemSummary({ noun, problems }: ProblemSummaryProps) {
  const showTab = useShowTab()
  if (problems.length === 0) return null
  const goTo = async (field: string) => {
    if (noun.tabOf) await showTab(noun.tabOf(field))
    // The fields of another tab are drawn after the address has changed.
    requestAnimationFrame(() => focusField(field))
  }
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Not saved: {countOf(problems.length, 'value')} to correct</MessageBarTitle>
        <ul>
          {problems.map(({ field, message }, index) => (
            // By place, so that a button keeps the focus while the words beside it change.
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing but its place
            <li key={`${field} ${index}`}>
              {field === '' ? null : (
                <>
                  <Link as="button" inline onClick={() => void goTo(field)}>
                    {placeWords(field, noun.labels)}
                  </Link>
                  :{' '}
                </>
              )}
              {message}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
