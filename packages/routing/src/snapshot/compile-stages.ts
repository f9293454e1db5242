import { type CustomAssignment, compileCustomAssignment } from '../assignment/custom/custom-assignment.ts'
import { compileExperts, type Experts } from '../assignment/experts.ts'
import { type Classification, compileClassification } from '../classification/classify.ts'
import type { Configuration } from '../configuration/document.ts'
import { queueCatalog } from '../configuration/queue-settings.ts'
import { skillCatalog } from '../configuration/representative-settings.ts'
import { compileIntake, type Intake } from '../intake/intake.ts'
import { compileOverflowPlaybooks, type OverflowPlaybooks } from '../queueing/overflow-playbook.ts'
import { compilePrioritization, type Prioritization } from '../queueing/prioritization.ts'
import { compilePriorityByWait, type PriorityByWait } from '../queueing/priority-by-wait.ts'
import { compilePriorityOnTransfer, type PriorityOnTransfer } from '../queueing/priority-on-transfer.ts'
import { compileRouteToQueue, type RouteToQueue } from '../queueing/route-to-queue.ts'
import { ruleScopes } from '../rules/scope.ts'

/** The rules of every stage, compiled. */
export interface Stages {
  /** By table. */
  readonly intake: ReadonlyMap<string, Intake>
  /** By workstream. */
  readonly classification: ReadonlyMap<string, Classification>
  readonly routeToQueue: ReadonlyMap<string, RouteToQueue>
  /** By queue; null: first in, first out. */
  readonly prioritization: ReadonlyMap<string, Prioritization | null>
  /** By queue, where a playbook raises the score of what waits. */
  readonly priorityByWait: ReadonlyMap<string, PriorityByWait>
  /** By queue, where a playbook raises the score of what is transferred to it. */
  readonly priorityOnTransfer: ReadonlyMap<string, PriorityOnTransfer>
  /** By queue, where a playbook sends items elsewhere. */
  readonly overflowPlaybooks: ReadonlyMap<string, OverflowPlaybooks>
  /** By queue, where a playbook asks somebody the customer knows. */
  readonly experts: ReadonlyMap<string, Experts>
  /** By queue; null: a method of the system. */
  readonly custom: ReadonlyMap<string, CustomAssignment | null>
}

export function compileStages(configuration: Configuration): Stages {
  const scopes = ruleScopes(configuration)
  const queues = queueCatalog(configuration)
  const intake = new Map<string, Intake>()
  for (const recordType of configuration.recordTypes ?? []) {
    intake.set(recordType.table, compileIntake(recordType, scopes.intake(recordType.table)))
  }
  const classification = new Map<string, Classification>()
  const routeToQueue = new Map<string, RouteToQueue>()
  for (const workstream of configuration.workstreams ?? []) {
    const scope = scopes.workstream(workstream.name)
    classification.set(workstream.name, compileClassification(workstream.classification ?? [], scope))
    if (workstream.routeToQueue !== undefined) {
      routeToQueue.set(workstream.name, compileRouteToQueue(workstream.routeToQueue, scope, queues))
    }
  }
  const prioritization = new Map<string, Prioritization | null>()
  const custom = new Map<string, CustomAssignment | null>()
  const skills = skillCatalog(configuration)
  for (const { name, assignment } of queues.values()) {
    custom.set(name, compileCustomAssignment(assignment, scopes, skills))
    prioritization.set(name, compilePrioritization(assignment.prioritization, scopes.anyItem))
  }
  const priorityByWait = compilePriorityByWait(configuration, [...queues.keys()], scopes.anyItem)
  const names = [...queues.keys()]
  const experts = compileExperts(configuration, names, scopes.anyItem)
  const priorityOnTransfer = compilePriorityOnTransfer(configuration, names, scopes.anyItem)
  const overflowPlaybooks = compileOverflowPlaybooks(configuration, names, scopes.anyItem)
  return {
    intake,
    classification,
    routeToQueue,
    prioritization,
    custom,
    priorityByWait,
    priorityOnTransfer,
    overflowPlaybooks,
    experts,
  }
}
