import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { countOf } from '../ui/words.ts'

/** Longer lists are for the command line. */
const SHOWN_MAX = 100

export interface ProblemsProps {
  readonly title: string
  readonly problems: readonly { readonly path: string; readonly message: string }[]
}

/** What is wrong with a document, each problem with the path of its value. */
export function Problems({ title, problems }: ProblemsProps) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{`${title}: ${countOf(problems.length, 'problem')}`}</MessageBarTitle>
        <ul>
          {problems.slice(0, SHOWN_MAX).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code>: {message}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
