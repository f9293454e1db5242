import { normalizeRating, type SkillCatalog } from '../configuration/representative-settings.ts'
import type { Person } from '../world/person.ts'
import type { Requirement } from './requirement.ts'

/** How far a representative's skills are from the required ones; smaller is closer, compared in this order. */
export interface Closeness {
  /** Sum of what is lacking, on the 0 to 1 scale of each skill's model; a skill not held lacks all that is required. */
  readonly shortfall: number
  readonly missing: number
  /** Sum of what exceeds the required ratings. */
  readonly surplus: number
}

export function closeness(required: Requirement['skills'], person: Person, skills: SkillCatalog): Closeness {
  let shortfall = 0
  let missing = 0
  let surplus = 0
  for (const [skill, rating] of required) {
    const held = person.settings.skills.get(skill)
    const goal = rating === null ? null : normalizeRating(rating, skills.get(skill)?.scale ?? null)
    if (held === undefined || !held.active) {
      missing += 1
      shortfall += goal ?? 0
    } else if (goal !== null) {
      const distance = rounded((held.normalized ?? 0) - goal)
      if (distance < 0) shortfall -= distance
      else surplus += distance
    }
  }
  return { shortfall: rounded(shortfall), missing, surplus: rounded(surplus) }
}

export function compareCloseness(left: Closeness, right: Closeness): number {
  return left.shortfall - right.shortfall || left.missing - right.missing || left.surplus - right.surplus
}

/** Sums of decimals in another order differ in the last digits; nine digits tell ratings apart. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
