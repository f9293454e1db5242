import { Badge, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components'
import type { ConfigurationCheck } from '@unified-routing/contract'
import { countOf } from '../ui/words.ts'
import styles from './configuration-check.module.css'

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

type Change = ConfigurationCheck['plan'][number]['change']

const looks: Record<Change, { readonly text: string; readonly color: 'success' | 'warning' | 'danger' }> = {
  add: { text: 'Add', color: 'success' },
  change: { text: 'Change', color: 'warning' },
  remove: { text: 'Remove', color: 'danger' },
}

/** What a document would do, line by line. */
export function Plan({ plan }: { readonly plan: ConfigurationCheck['plan'] }) {
  return (
    <>
      <Text weight="semibold">The file makes {countOf(plan.length, 'change')}:</Text>
      <ul className={styles.plan}>
        {plan.slice(0, SHOWN_MAX).map(({ change, list, name }) => (
          <li key={`${change} ${list} ${name}`}>
            <Badge appearance="tint" color={looks[change].color}>
              {looks[change].text}
            </Badge>{' '}
            {list}: {name}
          </li>
        ))}
      </ul>
      {plan.length > SHOWN_MAX ? <Text>And {plan.length - SHOWN_MAX} more.</Text> : null}
    </>
  )
}
