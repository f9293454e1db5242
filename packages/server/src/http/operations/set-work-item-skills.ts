import type { Handler } from '../handler.ts'
import { requireRatingsOfSkills } from '../item-skills.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** What waits or is being worked on asks for other skills from now on. */
export const setWorkItemSkills: Handler<'setWorkItemSkills'> = async ({ params, body, caller, request }, services) => {
  requireRatingsOfSkills(body.skills, services)
  const command = { type: 'setItemSkills', workItem: params.id, skills: body.skills } as const
  return actOnHeldWork({ command, caller, request }, services)
}
