import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'

/** A second sentiment ruleset in a workstream writes over what the first one found. */
export function findDoubleSentiment({ workstreams }: Survey): readonly Finding[] {
  return workstreams.flatMap(({ name, classification }, workstream) => {
    const places = classification.flatMap(({ kind }, place) => (kind === 'sentiment' ? [place] : []))
    return places.slice(1).map((place) => ({
      code: 'sentimentTwice',
      severity: 'warning',
      path: `workstreams[${workstream}].classification[${place}]`,
      message: `Workstream '${name}' predicts sentiment again in '${classification[place]?.name}'; one prediction is kept.`,
      remedy: `Remove '${classification[place]?.name}', or put its inputs into the first sentiment ruleset.`,
    }))
  })
}
