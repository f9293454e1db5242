import { MessageBar, MessageBarBody, MessageBarTitle, Subtitle2, Text } from '@fluentui/react-components'
import { countOf } from '../../ui/words.ts'
import { ChangeList } from './change-list.tsx'
import type { PeoplePlan, PersonPlan } from './plan-people.ts'
import styles from './plan-preview.module.css'

const PROBLEMS_SHOWN_MAX = 20

export interface PlanPreviewProps {
  readonly plan: PeoplePlan
  /** Nothing is asked for yet. */
  readonly isEmpty: boolean
}

/** What would change for whom, and what stands in the way. */
export function PlanPreview({ plan, isEmpty }: PlanPreviewProps) {
  const changed = plan.people.filter(({ changes }) => changes.length > 0)
  const same = plan.people.length - changed.length
  return (
    <section className={styles.preview} aria-label="Preview">
      <Subtitle2 as="h3">Preview</Subtitle2>
      <Problems plan={plan} />
      <Text aria-live="polite">
        {isEmpty
          ? 'Choose what to change; who is affected is shown here.'
          : `Changes for ${countOf(changed.length, 'user')}.${same > 0 ? ` ${countOf(same, 'user')} stay as they are.` : ''}`}
      </Text>
      {changed.length > 0 ? (
        // Scrolls by keyboard, so it takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={styles.frame} tabIndex={0} aria-label="Changes by user">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">User</th>
                <th scope="col">Changes</th>
              </tr>
            </thead>
            <tbody>
              {changed.map((person) => (
                <tr key={person.after.name}>
                  <th scope="row">{person.after.fullName}</th>
                  <td>
                    <ChangeList changes={person.changes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  )
}

function Problems({ plan: { people, otherProblems } }: { readonly plan: PeoplePlan }) {
  const lines = [...people.flatMap(linesOf), ...otherProblems.map(({ path, message }) => `${path}: ${message}`)]
  if (lines.length === 0) return null
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{countOf(lines.length, 'problem')} to correct first</MessageBarTitle>
        <ul className={styles.problems}>
          {lines.slice(0, PROBLEMS_SHOWN_MAX).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {lines.length > PROBLEMS_SHOWN_MAX ? <li>and {lines.length - PROBLEMS_SHOWN_MAX} more</li> : null}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}

function linesOf({ after, problems }: PersonPlan): readonly string[] {
  return problems.map(({ field, message }) => `${after.fullName}, ${field}: ${message}`)
}
