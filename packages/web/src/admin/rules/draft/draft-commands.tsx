import { Badge, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowUndoRegular, SaveRegular } from '@fluentui/react-icons'
import { UnsavedGuard } from '../../../records/unsaved-guard.tsx'
import { ProblemBar } from '../../../ui/problem-bar.tsx'
import { countOf } from '../../../ui/words.ts'
import type { RowDraft } from './use-row-draft.ts'

/** Problems named in full; the rest are at their rules. */
const SHOWN_MAX = 5

interface DraftProps {
  readonly draft: Omit<RowDraft<unknown>, 'change'>
}

/** Saves the draft or drops it. */
export function DraftCommands({ draft }: DraftProps) {
  const { isDirty, isReadOnly, isSaving, problems } = draft
  if (isReadOnly) return null
  return (
    <Toolbar aria-label="Commands">
      <ToolbarButton
        appearance="primary"
        icon={<SaveRegular />}
        disabledFocusable={!isDirty || isSaving || problems.length > 0}
        onClick={() => void draft.save()}
      >
        Save
      </ToolbarButton>
      <ToolbarButton icon={<ArrowUndoRegular />} disabledFocusable={!isDirty || isSaving} onClick={draft.discard}>
        Discard changes
      </ToolbarButton>
    </Toolbar>
  )
}

/** Whether there is something to save. */
export function DraftBadge({ draft }: DraftProps) {
  if (draft.isReadOnly) return <Badge appearance="tint">Read-only</Badge>
  if (!draft.isDirty) return null
  return (
    <Badge appearance="outline" color="warning">
      Unsaved changes
    </Badge>
  )
}

/** Why the last attempt to save failed, and what keeps the draft from being saved; leaving the page asks first. */
export function DraftProblems({ draft }: DraftProps) {
  return (
    <>
      <UnsavedGuard isDirty={draft.isDirty} />
      <DraftProblemList draft={draft} />
    </>
  )
}

/** The same without the guard, for a second place of the page. */
export function DraftProblemList({ draft }: DraftProps) {
  const { problems } = draft
  return (
    <>
      <SaveFailure draft={draft} />
      {problems.length === 0 ? null : (
        <ProblemBar
          title={`${countOf(problems.length, 'thing')} to correct before it can be saved`}
          text={problems
            .slice(0, SHOWN_MAX)
            .map(({ message }) => message)
            .join(' · ')}
        />
      )}
    </>
  )
}

function SaveFailure({ draft }: DraftProps) {
  const { failure } = draft
  if (failure === null) return null
  if (failure.conflicts.length === 0) {
    return (
      <ProblemBar
        title="Not saved"
        text={[failure.text, ...failure.problems.map(({ message }) => message)].join(' ')}
      />
    )
  }
  return (
    <ProblemBar
      title="Somebody else changed it meanwhile"
      text="Your changes are not saved. Note what you changed, load the present version, and change it again."
      retryLabel="Load the present version"
      onRetry={draft.discard}
    />
  )
}
