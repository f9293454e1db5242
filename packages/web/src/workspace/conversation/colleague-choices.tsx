import { useQuery } from '@tanstack/react-query'
import type { RepresentativeView, WorkItemView } from '@unified-routing/contract'
import { representativesQuery } from '../../data/queries.ts'
import { useSession } from '../../data/viewer.ts'
import { Presence, presenceLabel } from '../../ui/presence-badge.tsx'
import type { Choice } from './pick-list.tsx'

/** Whom nobody asks to take work over, or for advice. */
const unavailable: readonly string[] = ['Busy - DND', 'Away', 'Offline']

const presenceOrder: readonly string[] = ['Available', 'Busy']

/** Colleagues who are there, those first who have more of the skills of the item, then by presence, then by name. */
export function useColleagueChoices(item: WorkItemView): readonly Choice[] {
  const { representative } = useSession()
  const { data = [] } = useQuery({ ...representativesQuery, staleTime: 0 })
  return data
    .filter((one) => one.name !== representative && one.name !== item.assignedTo)
    .filter(({ signedIn, basePresence }) => signedIn && !unavailable.includes(basePresence))
    .map((one) => ({ one, matching: matchingSkills(one, item).length }))
    .toSorted((left, right) => right.matching - left.matching || byPresence(left.one, right.one))
    .map(({ one }) => choiceOf(one, item))
}

function byPresence(left: RepresentativeView, right: RepresentativeView): number {
  const place = ({ basePresence }: RepresentativeView) => presenceOrder.indexOf(basePresence)
  return place(left) - place(right) || left.fullName.localeCompare(right.fullName)
}

function choiceOf(one: RepresentativeView, item: WorkItemView): Choice {
  const skills = one.skills.filter(({ active }) => active)
  const asked = Object.keys(item.skills).length
  return {
    key: one.name,
    text: one.fullName,
    words: [presenceLabel(one.presence), ...one.queues, ...skills.map(({ name }) => name)].join(' '),
    detail: (
      <>
        <Presence presence={one.presence} basePresence={one.basePresence} />
        {one.load ? ` · ${one.load.itemCount} in work` : ''}
        {asked > 0 ? ` · ${matchingSkills(one, item).length} of ${asked} skills asked for` : ''}
        {skills.length > 0 ? <span>{` · ${skills.map(skillText).join(', ')}`}</span> : null}
      </>
    ),
  }
}

function matchingSkills(one: RepresentativeView, { skills }: WorkItemView): readonly string[] {
  return Object.entries(skills).flatMap(([name, rating]) => {
    const held = one.skills.find((skill) => skill.name === name && skill.active)
    return held !== undefined && (rating === null || (held.rating ?? 0) >= rating) ? [name] : []
  })
}

function skillText({ name, rating }: { readonly name: string; readonly rating: number | null }): string {
  return rating === null ? name : `${name} ${rating}`
}
