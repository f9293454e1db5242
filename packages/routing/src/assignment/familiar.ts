import type { WorkItem } from '../work-item.ts'
import type { Signature } from './signature.ts'

/** Skill sets remembered for one workstream in one queue. */
const SKILL_SETS_MAX = 256

/** Signatures of a queue by what ordinary items can be told apart by: their workstream and the very set of skills that a
 * rule gave them. Their key need not be put together. */
export class FamiliarItems {
  readonly #byWorkstream = new Map<string, Map<object, Familiar>>()

  find(item: WorkItem): Signature | null {
    const familiar = this.#byWorkstream.get(item.workstream)?.get(item.skills)
    if (familiar === undefined || familiar.signature.isForgotten) return null
    const isAlike = familiar.units === item.units && familiar.capacityProfiles === item.capacityProfiles
    return isAlike ? familiar.signature : null
  }

  note({ workstream, skills, units, capacityProfiles }: WorkItem, signature: Signature): void {
    let skillSets = this.#byWorkstream.get(workstream)
    if (skillSets === undefined) {
      skillSets = new Map()
      this.#byWorkstream.set(workstream, skillSets)
    }
    // Skills that were put together for one item alone come once each.
    if (skillSets.size >= SKILL_SETS_MAX) skillSets.clear()
    skillSets.set(skills, { units, capacityProfiles, signature })
  }
}

interface Familiar {
  readonly units: number
  readonly capacityProfiles: readonly string[]
  readonly signature: Signature
}
