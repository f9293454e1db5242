import { AppError } from '@unified-routing/contract'
import type { Actor, RefusalCode } from '@unified-routing/routing'
import type { Caller } from '../auth/caller.ts'
import type { Operation, OperationAnswer } from '../engine/operations.ts'
import type { RequestFacts } from './handler.ts'
import { auditActorOf } from './record-audit.ts'
import type { Services } from './services.ts'
import { viewConflicts } from './views/conflict-view.ts'
import { viewDependent } from './views/dependent-view.ts'

export type Done = Extract<OperationAnswer, { status: 'done' }>

interface Submission {
  readonly operation: Operation
  readonly actor: Actor
  /** For operations that the audit log tells of: who is behind this one. */
  readonly caller?: Caller
  /** Checks that depend on present state. A request that is repeated was allowed the first time. */
  readonly check?: () => Promise<void>
}

/** Hands an operation to the engine and answers once it is committed; a "no" of any kind is thrown as AppError. */
export async function submit(request: RequestFacts, services: Services, submission: Submission): Promise<Done> {
  const { idempotencyKey, requestId, trace } = request
  const before = await answeredBefore(request, services, submission)
  if (before !== null) return doneOrThrow(before, request, services)
  const { operation, actor, caller } = submission
  const answer = await (request.bulk ?? services.engine).submit({
    operation,
    actor,
    idempotencyKey,
    requestHash: idempotencyKey === null ? null : request.requestHash,
    requestId,
    trace,
    origin: caller === undefined ? null : { by: auditActorOf(caller), ip: request.ip, requestId },
  })
  return answer.status === 'done' ? answer : doneOrThrow(answer, request, services)
}

/** The answer that the same request got before, where it has to be known before the engine looks: this server does not
 * route, or the check fails. Null: the engine will find it, or there is none. Errors: those of the check. */
async function answeredBefore(
  request: RequestFacts,
  services: Services,
  { check }: Submission,
): Promise<OperationAnswer | null> {
  const { idempotencyKey } = request
  const { keptAnswer } = request.bulk ?? services
  const kept = idempotencyKey === null || services.engine.router() !== null ? null : await keptAnswer(idempotencyKey)
  if (kept !== null) return kept.requestHash === request.requestHash ? kept.answer : null
  try {
    await check?.()
    return null
  } catch (error) {
    const first = idempotencyKey === null ? null : await keptAnswer(idempotencyKey)
    if (first === null) throw error
    return first.requestHash === request.requestHash ? first.answer : null
  }
}

/** Refusals that mean the thing in the path does not exist. */
const missing: readonly RefusalCode[] = ['unknownWorkItem']

async function doneOrThrow(answer: OperationAnswer, request: RequestFacts, services: Services): Promise<Done> {
  switch (answer.status) {
    case 'done':
      return answer
    case 'refused': {
      const { code, message } = answer.refusal
      throw new AppError(missing.includes(code) ? 'notFound' : 'refused', message, { reason: code })
    }
    case 'notFound':
      throw new AppError('notFound', answer.message)
    case 'conflict':
      throw new AppError('conflict', answer.message, {
        conflicts: await viewConflicts(answer.rows ?? [], services),
        presentVersion: answer.presentVersion,
        ...(request.ifMatch === null ? {} : { status: 412 }),
      })
    case 'invalid':
      throw new AppError('invalid', 'Some values are not valid; `errors` names each of them.', {
        errors: answer.problems,
      })
    case 'named': {
      const [first] = answer.dependents
      const others = answer.dependents.length - 1
      const more = others === 0 ? '' : `, and ${others} more`
      const message = `It is still named: ${first?.words ?? ''}${more}. Take the name out there first, or remove it with what names it.`
      throw new AppError('refused', message, {
        reason: 'isNamedElsewhere',
        dependents: answer.dependents.map(viewDependent),
      })
    }
    case 'keyReused':
      throw new AppError('keyReused', answer.message)
    case 'each':
    case 'turnedAway':
      throw new Error('one operation was answered like a bulk call')
  }
}
