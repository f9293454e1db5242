import type { CapacityProfile, Presence, RatingModel, Skill } from '../document.ts'
import { basePresences, INACTIVE_PRESENCE } from '../presences.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { boolean, dictionary, distinct, integer, name, named, object, oneOf, show, text } from './checks.ts'
import type { Check, Place } from './place.ts'
import { ratingModelName, skillName, skillTypeName } from './references.ts'

const RATING_MAX = 1_000_000
const PROFILE_NAME_LENGTH_MAX = 100
const PROFILE_LIMIT_MAX = 100

export const skillTypes = distinct(name())

export const ratingModels = named(
  object<RatingModel>({
    fields: {
      name: name(),
      min: integer(1, RATING_MAX),
      max: integer(1, RATING_MAX),
      values: dictionary(name(), integer(1, RATING_MAX)),
    },
    required: ['name', 'min', 'max'],
    refine: (model, place) => {
      const [min, max] = [own(model, 'min'), own(model, 'max')]
      if (typeof min === 'number' && typeof max === 'number' && max < min) {
        place.at('max').report(`${max} is below the minimum of ${min}; swap them`)
      }
    },
  }),
)

export const skills = named(
  object<Skill>({
    fields: { name: name(), type: skillTypeName, ratingModel: ratingModelName, description: text() },
    required: ['name', 'type'],
  }),
)

export const capacityProfiles = named(
  object<CapacityProfile>({
    fields: {
      name: name(PROFILE_NAME_LENGTH_MAX),
      limit: integer(0, PROFILE_LIMIT_MAX),
      reset: oneOf(['immediate', 'endOfDay']),
      blocking: boolean,
    },
    required: ['name', 'limit'],
  }),
)

export const presences = named(
  object<Presence>({
    fields: { name: name(100), base: oneOf(basePresences), text: name(100), description: text() },
    required: ['name', 'base'],
    refine: refuseBuiltInPresence,
  }),
)

/** A rating of a skill, held or required: null, or a number on the scale of the skill's rating model. */
export function checkRating(skill: string, rating: unknown, place: Place): void {
  if (rating === null) return
  if (typeof rating !== 'number' || !Number.isFinite(rating)) {
    return place.report(`expected a rating or null, found ${show(rating)}`)
  }
  const scale = place.names.skills.get(skill)?.scale ?? null
  if (scale === null) {
    if (rating < 0 || rating > RATING_MAX) place.report(`${rating} is out of range; use 0 to ${RATING_MAX}`)
  } else if (rating < scale.min || rating > scale.max) {
    place.report(`${rating} is outside the rating model of ${show(skill)}; use ${scale.min} to ${scale.max}`)
  }
}

/** Skills an item requires, with the rating or null for any. */
export const requiredSkills: Check = (value, place) => {
  dictionary(skillName, () => undefined)(value, place)
  if (!isRecord(value)) return
  for (const [skill, rating] of Object.entries(value)) checkRating(skill, rating, place.at(skill))
}

function refuseBuiltInPresence(row: UnknownRecord, place: Place): void {
  const known = own(row, 'name')
  if (known !== INACTIVE_PRESENCE && !basePresences.some((base) => base === known)) return
  place.at('name').report(`the presence ${show(known)} belongs to the system; choose another name`)
}
