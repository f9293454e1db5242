import { workstreamOf } from '../items/change-item.ts'
import { offerOrAssign } from '../items/sessions.ts'
import { isGivingOut } from '../items/set-routing.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'

/** Gives a conversation back to its last representative, whatever their capacity and presence; false: they are gone, have
 * declined it since, or the workstream does not ask for it, and it is routed like any other (decisions, Routing 7 and 9). */
export function returnByAffinity(world: World, open: OpenItem): boolean {
  const { item } = open
  const workstream = workstreamOf(world, item)
  if (!isGivingOut(world) || workstream?.affinity !== true || workstream.distribution !== 'push') return false
  const person = world.people.get(item.lastRepresentative ?? '')
  if (person === undefined || item.parked) return false
  const { state } = person
  const isGone = !state.signedIn || state.disconnected !== null || state.basePresence === 'Offline'
  if (isGone) return false
  const because = `${state.name} had this conversation before`
  const grounds = { mode: 'affinity', method: 'affinity', candidates: [], because } as const
  offerOrAssign(world, open, { person, grounds })
  return true
}
