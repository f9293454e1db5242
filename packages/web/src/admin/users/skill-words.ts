import type { Configuration } from '@unified-routing/routing'
import type { PersonSkill } from './person.ts'

/** The ratings a skill can have, by the words of its rating model. */
export interface RatingScale {
  readonly min: number
  readonly max: number
  /** Lowest first. */
  readonly values: readonly { readonly name: string; readonly rating: number }[]
}

/** The scale of each skill by name; null: the skill has no rating model. */
export type RatingScales = ReadonlyMap<string, RatingScale | null>

export function ratingScales({ skills = [], ratingModels = [] }: Configuration): RatingScales {
  const models = new Map(
    ratingModels.map(({ name, min, max, values = {} }) => [
      name,
      {
        ...{ min, max },
        values: Object.entries(values)
          .map(([word, rating]) => ({ name: word, rating }))
          .toSorted((one, other) => one.rating - other.rating),
      },
    ]),
  )
  return new Map(skills.map(({ name, ratingModel }) => [name, models.get(ratingModel ?? '') ?? null]))
}

/** "Expert (5)" where the model has a word for it, else "5". */
export function ratingText(rating: number, scale: RatingScale | null | undefined): string {
  const word = scale?.values.find((value) => value.rating === rating)?.name
  return word === undefined ? String(rating) : `${word} (${rating})`
}

/** "French, Expert (5)", "Billing", "Dutch, 3, inactive". */
export function skillText(skill: string, { rating, active }: PersonSkill, scales: RatingScales): string {
  const parts = [skill]
  if (rating !== null) parts.push(ratingText(rating, scales.get(skill)))
  if (!active) parts.push('inactive')
  return parts.join(', ')
}

/** The rating that a text means: a number, or a word of the skill's rating model. Null: neither. */
export function readRating(text: string, scale: RatingScale | null | undefined): number | null {
  const wanted = text.trim().toLowerCase()
  const word = scale?.values.find(({ name }) => name.toLowerCase() === wanted)
  if (word) return word.rating
  const number = Number(wanted)
  return wanted === '' || !Number.isFinite(number) ? null : number
}
