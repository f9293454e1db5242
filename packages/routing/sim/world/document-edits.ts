import type { Configuration, Queue, Representative } from '../../src/configuration/document.ts'
import type { Action, SkillEdit } from '../scenario/scenario.ts'

/** A part of the document to merge, or why there is none. */
export type Edit = { readonly changes: Partial<Configuration> } | { readonly refused: string }

type EditAction = Extract<
  Action,
  { readonly type: 'setUnits' | 'setCustomLimit' | 'setSkill' | 'joinQueue' | 'leaveQueue' }
>

/** What an administrator changes by hand in one person's or queue's settings, as a change of the document. */
export function editDocument(document: Configuration, action: EditAction): Edit {
  const representative = document.representatives?.find(({ name }) => name === action.representative)
  if (representative === undefined) return { refused: `No representative '${action.representative}'.` }
  switch (action.type) {
    case 'setUnits':
      return representativeEdit({ ...representative, units: action.units })
    case 'setCustomLimit': {
      const capacityProfiles = { ...representative.capacityProfiles, [action.profile]: action.limit }
      return representativeEdit({ ...representative, capacityProfiles })
    }
    case 'setSkill':
      return editSkill(representative, action)
    case 'joinQueue':
    case 'leaveQueue':
      return editMembers(document, action)
  }
}

function representativeEdit(representative: Representative): Edit {
  return { changes: { representatives: [representative] } }
}

function editSkill(representative: Representative, edit: SkillEdit): Edit {
  const { [edit.skill]: held, ...others } = representative.skills ?? {}
  if (edit.remove) {
    if (held === undefined) return { refused: `'${representative.name}' does not have the skill '${edit.skill}'.` }
    return representativeEdit({ ...representative, skills: others })
  }
  const before = typeof held === 'object' && held !== null ? held : typeof held === 'number' ? { rating: held } : {}
  const rating = edit.rating === undefined ? before.rating : (edit.rating ?? undefined)
  const active = edit.active ?? before.active ?? true
  const skill = { ...(rating === undefined ? {} : { rating }), active }
  return representativeEdit({ ...representative, skills: { ...others, [edit.skill]: skill } })
}

function editMembers(
  document: Configuration,
  { type, representative, queue: name }: Extract<EditAction, { readonly type: 'joinQueue' | 'leaveQueue' }>,
): Edit {
  const queue = document.queues?.find((one) => one.name === name)
  if (queue === undefined) return { refused: `No queue '${name}'.` }
  const members = queue.members ?? []
  const isMember = members.includes(representative)
  if (type === 'joinQueue') {
    if (isMember) return { refused: `'${representative}' is a member of '${name}' already.` }
    return queueEdit({ ...queue, members: [...members, representative] })
  }
  if (!isMember) return { refused: `'${representative}' is not a member of '${name}'.` }
  return queueEdit({ ...queue, members: members.filter((member) => member !== representative) })
}

function queueEdit(queue: Queue): Edit {
  return { changes: { queues: [queue] } }
}
