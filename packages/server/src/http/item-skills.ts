import { AppError } from '@unified-routing/contract'
import type { Services } from './services.ts'

/** Fails as `invalid` when a skill is unknown or its rating is none of its rating model. */
export function requireRatingsOfSkills(
  required: Readonly<Record<string, number | null>>,
  { catalogs }: Pick<Services, 'catalogs'>,
): void {
  const { skills = [], ratingModels = [] } = catalogs().document
  const known = new Map(skills.map((skill) => [skill.name, skill]))
  const models = new Map(ratingModels.map((model) => [model.name, model]))
  const errors = Object.entries(required).flatMap(([name, rating]) => {
    const path = `body.skills.${name}`
    const skill = known.get(name)
    if (skill === undefined) return [{ path, message: `there is no skill ${name}; choose one of the configuration` }]
    if (rating === null) return []
    const model = models.get(skill.ratingModel ?? '')
    if (model === undefined)
      return [{ path, message: `${name} has no rating model; require it without a rating (null)` }]
    if (rating >= model.min && rating <= model.max) return []
    return [{ path, message: `${rating} is no rating of ${model.name}; take ${model.min} to ${model.max}, or null` }]
  })
  if (errors.length > 0) throw new AppError('invalid', 'Some skills cannot be required like that.', { errors })
}
