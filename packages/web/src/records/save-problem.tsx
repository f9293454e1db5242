import { failureText, isConflict } from '../data/failure-text.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'

export interface SaveProblemProps {
  readonly failure: Error | null
  readonly onLoadPresent: () => void
}

/** Why saving failed as a whole; after a conflict, with the way out of it. */
export function SaveProblem({ failure, onLoadPresent }: SaveProblemProps) {
  if (!failure) return null
  if (!isConflict(failure)) return <ProblemBar title="Not saved" text={failureText(failure)} />
  return (
    <ProblemBar
      title="Somebody else changed it meanwhile"
      text="Your changes are not saved. Note what you typed, load the present version, and enter it again."
      retryLabel="Load the present version"
      onRetry={onLoadPresent}
    />
  )
}
