import type { CandidateView, ExplanationView } from '@unified-routing/contract'
import type { Candidate, Explanation } from '@unified-routing/routing'
import { viewLoad } from './representative-view.ts'

export function viewExplanation({ workItem, representative, reasons, details }: Explanation): ExplanationView {
  return { workItem, representative, eligible: reasons.length === 0, reasons, details }
}

export function viewCandidate(candidate: Candidate): CandidateView {
  return {
    ...candidate,
    load: viewLoad(candidate.load, true),
    explanation: viewExplanation(candidate.explanation),
  }
}
