import type { Member } from '../assignment/queue-state.ts'
import { signatureFor } from '../assignment/waiting.ts'
import { loadOf } from '../capacity/load.ts'
import type { Candidate } from '../router.ts'
import type { WorkItem } from '../work-item.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { explainPair } from './explain.ts'

/** Every member of the item's queue, those who may take it first, in the order in which they would be asked. */
export function candidatesOf(world: World, open: OpenItem): readonly Candidate[] {
  const { item } = open
  const queue = world.queues.get(item.queue ?? '')
  if (queue === undefined) return []
  const { order } = signatureFor(world, queue, item)
  const judged = queue.members.map((member) => ({ member, explanation: explainPair(world, open, member.person) }))
  const hasDeclined = ({ person }: Member) => item.declines[person.state.name] !== undefined
  judged.sort((left, right) => {
    const byVerdict = Number(left.explanation.reasons.length > 0) - Number(right.explanation.reasons.length > 0)
    const byDecline = Number(hasDeclined(left.member)) - Number(hasDeclined(right.member))
    return byVerdict || byDecline || (order.before(left.member, right.member) ? -1 : 1)
  })
  return judged.map(({ member, explanation }, index) => {
    const eligible = explanation.reasons.length === 0
    const { person } = member
    return {
      representative: person.state.name,
      eligible,
      rank: eligible ? index + 1 : null,
      rankText: eligible ? order.rankText(member) : null,
      presence: person.state.presence,
      load: loadOf(person),
      skills: skillsOf(item, person),
      explanation,
    }
  })
}

function skillsOf(item: WorkItem, person: Person): Candidate['skills'] {
  return Object.entries(item.skills).map(([name, required]) => {
    const held = person.settings.skills.get(name)
    const rating = held?.rating ?? null
    return { name, required, rating, held: held !== undefined, active: held?.active ?? false }
  })
}
