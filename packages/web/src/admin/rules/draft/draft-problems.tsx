import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { ProblemBar } from '../../../ui/problem-bar.tsx'
import { countOf } from '../../../ui/words.ts'
import { Conflict } from '../../frame/conflict.tsx'
import { focusField } from '../../frame/focus-field.ts'
import { Meanwhile } from '../../frame/meanwhile.tsx'
import { placeWords } from '../../frame/place-words.ts'
import type { EditedNoun } from '../../frame/row-edit.ts'
import { fieldOfPlace, placeInRow, ruleOfPlace } from './places.ts'
import type { RowDraft } from './use-row-draft.ts'

/** Problems named in full; the rest are at their rules. */
const SHOWN_MAX = 5

export interface DraftProblemsProps<Row> {
  readonly draft: RowDraft<Row>
  readonly noun: EditedNoun<Row>
  /** Somebody else has deleted the row. */
  readonly isGone?: boolean
  /** Shows the part of the page in which a place of the row is changed. */
  readonly onShow: (place: string) => Promise<void>
}

/** What others did to the row meanwhile, why it was not saved, and all that keeps it from being saved. */
export function DraftProblems<Row>({ draft, noun, isGone = false, onShow }: DraftProblemsProps<Row>) {
  return (
    <>
      <Meanwhile noun={noun} stored={draft.stored} edit={draft} isGone={isGone} />
      {isGone ? null : <SaveFailure draft={draft} noun={noun} />}
      <ProblemLinks draft={draft} noun={noun} onShow={onShow} />
    </>
  )
}

function SaveFailure<Row>({ draft, noun }: Pick<DraftProblemsProps<Row>, 'draft' | 'noun'>) {
  const { failure, stored } = draft
  if (failure === null) return null
  const conflict = failure.conflicts[0]
  if (conflict) return <Conflict noun={noun} conflict={conflict} stored={stored} edit={draft} />
  return (
    <ProblemBar title="Not saved" text={[failure.text, ...failure.problems.map(({ message }) => message)].join(' ')} />
  )
}

/** Each with the way to its field or its rule. */
function ProblemLinks<Row>({ draft, noun, onShow }: Omit<DraftProblemsProps<Row>, 'isGone'>) {
  const { problems } = draft
  if (problems.length === 0) return null
  const goTo = async (path: string, place: string) => {
    await onShow(place)
    // What was not shown before is drawn after the address has changed.
    requestAnimationFrame(() => focusField(fieldOfPlace(path)))
  }
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{countOf(problems.length, 'thing')} to correct before it can be saved</MessageBarTitle>
        <ul>
          {problems.slice(0, SHOWN_MAX).map(({ path, message }) => {
            const place = placeInRow(path, draft.path)
            return (
              <li key={`${path} ${message}`}>
                {place === null ? null : (
                  <>
                    <Link as="button" inline onClick={() => void goTo(path, place)}>
                      {placeWords(ruleOfPlace(place), noun.labels)}
                    </Link>
                    {': '}
                  </>
                )}
                {message}
              </li>
            )
          })}
          {problems.length > SHOWN_MAX ? <li>and {problems.length - SHOWN_MAX} more</li> : null}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
