import type { Facts } from './facts.ts'

/** Whether the representative holds every skill the item requires, active and at or above its rating.
 *
 * `type` limits the question to the required skills of one skill type; null: all of them. */
export function holdsRequiredSkills(
  facts: Facts,
  skillTypes: ReadonlyMap<string, string>,
  type: string | null,
): boolean {
  const { item, representative } = facts
  if (item === null || representative === null) return false
  for (const skill in item.skills) {
    if (type !== null && skillTypes.get(skill) !== type) continue
    const held = representative.skills.get(skill)
    if (held === undefined || !held.active) return false
    const required = item.skills[skill] ?? null
    if (required !== null && (held.rating === null || held.rating < required)) return false
  }
  return true
}
