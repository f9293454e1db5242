import type { Command } from '@unified-routing/routing'
import { auditOfSwitch } from './audit-of-version.ts'
import type { BatchDesk } from './batch-desk.ts'
import { changeConfiguration } from './change-configuration.ts'
import { sendMessage, startConversation } from './conversation-operations.ts'
import { mendDrift } from './mend-drift.ts'
import type { BulkItem, Operation, OperationAnswer, OperationRequest } from './operations.ts'
import { replaceConfiguration } from './replace-configuration.ts'
import { completeRow, createRow, deleteRow, saveAndRoute, updateRow } from './row-operations.ts'
import { unstorableTexts } from './storable-text.ts'

/** Decides one operation on the state as the batch has left it so far. An operation that is not `done` changes nothing,
 * beside the timers that were due before it. */
export function decideOperation(request: OperationRequest, desk: BatchDesk): OperationAnswer {
  const { operation, actor } = request
  if (operation.type === 'bulk')
    return { status: 'each', answers: operation.items.map((item) => decideItem(item, request, desk)) }
  const problems = unstorableTexts(operation)
  if (problems.length > 0) return { status: 'invalid', problems }
  switch (operation.type) {
    case 'command':
      return routerCommand(operation.command, request, desk)
    case 'createRow':
      return createRow(operation, actor, desk)
    case 'updateRow':
      return updateRow(operation, actor, desk)
    case 'saveAndRoute':
      return saveAndRoute(operation, actor, desk)
    case 'completeRow':
      return completeRow(operation, actor, desk)
    case 'deleteRow':
      return deleteRow(operation, actor, desk)
    case 'startConversation':
      return startConversation(operation, actor, desk)
    case 'sendMessage':
      return sendMessage(operation, actor, desk)
    case 'replaceConfiguration':
      return replaceConfiguration(operation, request, desk)
    case 'changeConfiguration':
      return changeConfiguration(operation, request, desk)
    case 'mendDrift':
      return mendDrift(operation, desk)
  }
}

function decideItem(item: BulkItem, call: OperationRequest, desk: BatchDesk): OperationAnswer {
  return 'turnedAway' in item
    ? { status: 'turnedAway', problem: item.turnedAway }
    : decideOperation({ ...call, ...item }, desk)
}

function routerCommand(
  command: Extract<Operation, { type: 'command' }>['command'],
  request: OperationRequest,
  desk: BatchDesk,
): OperationAnswer {
  const before = desk.term.router.routingEnabled()
  const decision = desk.decide(command)
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  if (command.type === 'setRouting') desk.audit.push(auditOfSwitch({ before, after: command.enabled, request }))
  return desk.done({ workItem: desk.workItem(workItemOf(command)) })
}

function workItemOf(command: Command): string | null {
  return 'workItem' in command ? command.workItem : null
}
