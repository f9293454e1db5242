import { normalizeRating, type RatingScale, type SkillCatalog } from '../configuration/representative-settings.ts'
import type { Person } from '../world/person.ts'
import type { Requirement } from './requirement.ts'

/** How far a representative's skills are from the required ones; smaller is closer, compared in this order. */
export interface Closeness {
  /** Sum of what is lacking: ratings as they are, on the 0 to 1 scale where the models differ; a skill not held lacks all. */
  readonly shortfall: number
  /** Skills not held that lack nothing by their rating, because any would do. */
  readonly missing: number
  /** Sum of what exceeds the required ratings. */
  readonly surplus: number
}

export function closeness(required: Requirement['skills'], person: Person, skills: SkillCatalog): Closeness {
  const areAlike = areOnOneScale(required, skills)
  let shortfall = 0
  let missing = 0
  let surplus = 0
  for (const [skill, rating] of required) {
    const held = person.settings.skills.get(skill)
    const scale = areAlike ? null : (skills.get(skill)?.scale ?? null)
    const goal = rating === null ? 0 : normalizeRating(rating, scale)
    if (held?.active !== true) {
      if (goal === 0) missing += 1
      shortfall += goal
    } else if (rating !== null) {
      const distance = rounded(((areAlike ? held.rating : held.normalized) ?? 0) - goal)
      if (distance < 0) shortfall -= distance
      else surplus += distance
    }
  }
  return { shortfall: rounded(shortfall), missing, surplus: rounded(surplus) }
}

/** Whether the ratings of the skills can be compared as they are, without bringing them to one scale first. */
export function areOnOneScale(required: Requirement['skills'], skills: SkillCatalog): boolean {
  let first: RatingScale | null = null
  for (const [skill] of required) {
    const scale = skills.get(skill)?.scale ?? null
    if (scale === null) continue
    if (first !== null && (scale.min !== first.min || scale.max !== first.max)) return false
    first = scale
  }
  return true
}

export function compareCloseness(left: Closeness, right: Closeness): number {
  return left.shortfall - right.shortfall || left.missing - right.missing || left.surplus - right.surplus
}

/** Sums of decimals in another order differ in the last digits; nine digits tell ratings apart. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
