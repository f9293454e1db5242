import type { Person } from '../world/person.ts'
import type { RepresentativeFacts } from './facts.ts'

/** What conditions of assignment rules read about a representative. */
export function representativeFacts({ settings, state, unitsFree, isWorking }: Person): RepresentativeFacts {
  const { name, presence, basePresence } = state
  return { name, presence, basePresence, unitsFree, isWorking, skills: settings.skills, columns: settings.columns }
}
