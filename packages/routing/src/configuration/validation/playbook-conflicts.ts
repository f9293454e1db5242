import { playbookActions } from '../overflow-pairs.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { show, textOf } from './checks.ts'
import { checkAction } from './overflow-check.ts'
import type { Place } from './place.ts'

/** Two active playbooks of one kind cannot serve the same queue; overflow ones may, on different triggers. */
export function checkRivals(playbooks: unknown, place: Place): void {
  if (!Array.isArray(playbooks)) return
  const active = new Map<string, { readonly name: string | null; readonly queue: string }[]>()
  for (const [index, playbook] of playbooks.entries()) {
    if (place.isEnough() || !isRecord(playbook) || own(playbook, 'active') === false) continue
    const scenario = `${textOf(playbook, 'kind')} ${textOf(playbook, 'trigger')}`
    const earlier = active.get(scenario) ?? []
    const queues = queuesOf(playbook)
    const rival = earlier.find(({ queue }) => queue === 'all' || queues.includes('all') || queues.includes(queue))
    if (rival !== undefined) {
      const where = rival.queue === 'all' ? 'every queue' : `queue ${show(rival.queue)}`
      place
        .at(index)
        .report(`${where} already has the active playbook ${show(rival.name)} of this kind; deactivate one`)
    }
    active.set(scenario, [...earlier, ...queues.map((queue) => ({ name: textOf(playbook, 'name'), queue }))])
  }
}

/** The actions of an overflow playbook must suit each of its queues. */
export function checkOverflowActions(playbook: UnknownRecord, place: Place): void {
  const branches = own(playbook, 'branches')
  const actions = [
    ...(Array.isArray(branches) ? branches : []).map((branch, index) => ({
      action: isRecord(branch) ? own(branch, 'do') : undefined,
      place: place.at('branches').at(index).at('do'),
    })),
    { action: own(playbook, 'otherwise'), place: place.at('otherwise') },
  ]
  for (const queue of queuesOf(playbook)) {
    const type = place.names.queues.get(queue)
    if (type === undefined || type === null) continue
    for (const { action, place: there } of actions) {
      checkAction({ action, allowed: playbookActions[type], queue: { name: queue, type }, place: there })
    }
  }
}

function queuesOf(playbook: UnknownRecord): readonly string[] {
  const queues = own(playbook, 'queues')
  if (queues === 'all') return ['all']
  return Array.isArray(queues) ? queues.filter((queue) => typeof queue === 'string') : []
}
