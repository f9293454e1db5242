import { waitAnew } from '../../assignment/waiting.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { Literal } from '../../vocabulary.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { changed } from '../change-item.ts'

/** Replaces the skills an item requires. An offer that is out stands. */
export function setItemSkills(
  world: World,
  open: OpenItem,
  skills: Readonly<Record<string, number | null>>,
): Refusal | null {
  for (const skill of Object.keys(skills)) {
    if (!world.snapshot.skills.has(skill)) return refuse('unknownSkill', `There is no skill ${skill}.`)
  }
  open.item.skills = skills
  announce(world, open)
  return null
}

/** Sets attributes of an item; those not named stay. */
export function setItemAttributes(
  world: World,
  open: OpenItem,
  attributes: Readonly<Record<string, Literal>>,
): Refusal | null {
  open.item.attributes = { ...open.item.attributes, ...attributes }
  announce(world, open)
  return null
}

function announce(world: World, open: OpenItem): void {
  const { skills, attributes, priorityScore } = open.item
  recordItem(world, open, { type: 'workItem.requirementsChanged', skills, attributes, priorityScore })
  changed(world, open)
  waitAnew(world, open)
}
