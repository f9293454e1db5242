import type { ClassificationRule } from '@unified-routing/routing'

type OutputSet = ClassificationRule['set']
type Literal = string | number | boolean | null

/** One line of what a classification rule sets. */
export type Output =
  | { readonly type: 'attribute'; readonly name: string; readonly value: Literal }
  | { readonly type: 'skill'; readonly name: string; readonly rating: number | null }
  | { readonly type: 'capacityProfile'; readonly name: string }
  | { readonly type: 'priorityScore'; readonly score: number }

/** The lines of an output: skills first, because most rules set one. */
export function outputsOf(set: OutputSet): readonly Output[] {
  const { attributes = {}, skills = {}, capacityProfiles = [], priorityScore } = set
  return [
    ...Object.entries(skills).map(([name, rating]) => ({ type: 'skill', name, rating }) as const),
    ...Object.entries(attributes).map(([name, value]) => ({ type: 'attribute', name, value }) as const),
    ...capacityProfiles.map((name) => ({ type: 'capacityProfile', name }) as const),
    ...(priorityScore === undefined ? [] : [{ type: 'priorityScore', score: priorityScore } as const]),
  ]
}

/** The output that lines make; of two with one name the later counts. */
export function setOf(outputs: readonly Output[]): OutputSet {
  const set: OutputSet = {}
  for (const output of outputs) {
    if (output.type === 'skill') set.skills = { ...set.skills, [output.name]: output.rating }
    if (output.type === 'attribute') set.attributes = { ...set.attributes, [output.name]: output.value }
    if (output.type === 'capacityProfile') set.capacityProfiles = [...(set.capacityProfiles ?? []), output.name]
    if (output.type === 'priorityScore') set.priorityScore = output.score
  }
  return set
}

/** "skill French 3, urgency = High, priority score 50". */
export function outputText(set: OutputSet): string {
  const texts = outputsOf(set).map((output) => {
    if (output.type === 'skill') return `skill ${output.name}${output.rating === null ? '' : ` ${output.rating}`}`
    if (output.type === 'attribute') return `${output.name} = ${output.value ?? 'nothing'}`
    return output.type === 'capacityProfile' ? `profile ${output.name}` : `priority score ${output.score}`
  })
  return texts.length === 0 ? 'nothing' : texts.join(', ')
}
