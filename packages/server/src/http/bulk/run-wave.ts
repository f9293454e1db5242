import { AppError, type Problem } from '@unified-routing/contract'
import { ownActor } from '../../auth/caller.ts'
import { type BulkItem, keyReused, type OperationAnswer, type OperationRequest } from '../../engine/operations.ts'
import type { Call, RequestFacts } from '../handler.ts'
import { problemOf } from '../problem-reply.ts'
import type { Services } from '../services.ts'
import { Gathering } from './gathering.ts'
import type { ReadItem } from './read-item.ts'

export interface BulkCall extends Pick<Call<'runInBulk'>, 'caller' | 'request'> {
  readonly items: readonly (ReadItem | Refused)[]
  readonly services: Services
  /** Empty for a call without a key. */
  readonly requestHash: string
}

interface Refused {
  readonly status: number
  readonly problem: Problem
}

export type BulkResult = Refused | { readonly status: number; readonly body: unknown; readonly version?: number }

/** Checks the operations of a wave, has those that pass decided and committed together, and answers each.
 *
 * Errors: whatever is no answer to one operation; the whole call may then be repeated under its key. */
export async function runWave(call: BulkCall, wave: number, places: readonly number[]) {
  const key = keyOf(call.request, wave)
  const kept = key === null ? null : await keptAnswers(call, key)
  const gathering = new Gathering(places.length, async (items) => kept ?? send(call, key, items))
  const results = places.map(async (place, index) => ({
    place,
    result: await runItem(call, { place, index, gathering }),
  }))
  return Promise.all(results).catch((error: unknown) => {
    gathering.giveUp(error)
    throw error
  })
}

/** The first wave has the key of the call. */
function keyOf({ idempotencyKey }: RequestFacts, wave: number): string | null {
  return idempotencyKey === null || wave === 0 ? idempotencyKey : `${idempotencyKey} ${wave}`
}

async function keptAnswers({ services, requestHash }: BulkCall, key: string) {
  const kept = await services.keptAnswer(key)
  if (kept === null) return null
  return answersIn(kept.requestHash === requestHash ? kept.answer : keyReused)
}

async function send(
  { services, caller, request, requestHash }: BulkCall,
  key: string | null,
  items: readonly BulkItem[],
) {
  // With a key, what was refused is answered in the same way again.
  if (key === null && items.every((item) => 'turnedAway' in item)) return items.map(turnedAway)
  const answer = await services.engine.submit({
    operation: { type: 'bulk', items },
    actor: ownActor(caller),
    idempotencyKey: key,
    requestHash: key === null ? null : requestHash,
    requestId: request.requestId,
    trace: request.trace,
  })
  return answersIn(answer)
}

function turnedAway(item: BulkItem): OperationAnswer {
  if ('turnedAway' in item) return { status: 'turnedAway', problem: item.turnedAway }
  throw new Error('an operation of a bulk call was left unsent')
}

function answersIn(answer: OperationAnswer): readonly OperationAnswer[] {
  if (answer.status === 'each') return answer.answers
  if (answer.status === 'keyReused') throw new AppError('keyReused', answer.message)
  throw new Error(`the engine answered a bulk call with ${answer.status}`)
}

interface Part {
  readonly place: number
  /** In its wave. */
  readonly index: number
  readonly gathering: Gathering
}

async function runItem(call: BulkCall, { place, index, gathering }: Part): Promise<BulkResult> {
  const item = call.items[place]
  if (item === undefined) throw new Error(`a bulk call has no operation ${place}`)
  let isSent = false
  const tried = await carryOut(call, { item, place, gathering }, (asked) => {
    isSent = true
    return gathering.submit(index, asked)
  })
  if (isSent) return tried
  if (!('problem' in tried)) throw new Error('an operation of a bulk call did nothing')
  const answer = await gathering.turnAway(index, tried.problem)
  // When the call was made before, it may have passed then.
  return carryOut(call, { item, place, gathering, before: answer }, async () => answer)
}

interface Attempt extends Pick<Part, 'place' | 'gathering'> {
  readonly item: ReadItem | Refused
  /** What the engine has answered before. */
  readonly before?: OperationAnswer
}

/** Carries an operation out as if it had come alone, but for what it submits to the engine. */
async function carryOut(
  { caller, request, services, requestHash }: BulkCall,
  { item, place, gathering, before }: Attempt,
  submit: (asked: BulkItem) => Promise<OperationAnswer>,
): Promise<BulkResult> {
  try {
    if (before?.status === 'turnedAway') throw new TurnedAway(before.problem)
    if ('problem' in item) return item
    const { bound, path, body, ifMatch } = item
    const engine = {
      ...services.engine,
      submit: async (given: OperationRequest) => unlessTurnedAway(await submit(askedOf(given))),
    }
    const keptAnswer = async () => (before === undefined ? null : { requestHash, answer: before })
    const facts = factsOf(request, { place, ifMatch, requestHash })
    const answered = await bound.carryOut(
      { path, query: {}, body, caller, request: facts },
      { ...services, engine, keptAnswer },
    )
    const { version } = answered
    return {
      status: bound.operation.replyStatus,
      body: answered.body,
      ...(version === undefined ? {} : { version }),
    }
  } catch (error) {
    if (gathering.hasFailedWith(error)) throw error
    return refusalOf(error, request)
  }
}

/** The engine, or an earlier call under the same key, has it as refused before it was sent. */
class TurnedAway extends Error {
  override readonly name = 'TurnedAway'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

function unlessTurnedAway(answer: OperationAnswer): OperationAnswer {
  if (answer.status === 'turnedAway') throw new TurnedAway(answer.problem)
  return answer
}

function askedOf({ operation, actor }: OperationRequest): BulkItem {
  switch (operation.type) {
    case 'replaceConfiguration':
    case 'changeConfiguration':
    case 'mendDrift':
    case 'bulk':
      throw new Error(`${operation.type} is nothing that is done in bulk`)
    default:
      return { operation, actor }
  }
}

/** What the headers would say of one operation. */
function factsOf(
  { requestId, idempotencyKey, headers, origin, ip }: RequestFacts,
  {
    place,
    ifMatch,
    requestHash,
  }: { readonly place: number; readonly ifMatch: number | null; readonly requestHash: string },
): RequestFacts {
  const key = idempotencyKey === null ? null : `${idempotencyKey} at ${place}`
  return { requestId, trace: null, idempotencyKey: key, requestHash, ifMatch, headers, origin, ip }
}

/** What `read` answers, or how it was refused. */
export function refusalOr<Value>(request: RequestFacts, read: () => Value): Value | Refused {
  try {
    return read()
  } catch (error) {
    return refusalOf(error, request)
  }
}

/** Throws what is no answer to one operation: faults of ours, and what may be better in a moment. */
function refusalOf(error: unknown, { requestId }: RequestFacts): Refused {
  if (error instanceof TurnedAway) return { status: error.problem.status, problem: { ...error.problem, requestId } }
  if (!(error instanceof AppError) || error.status >= 500) throw error
  return { status: error.status, problem: problemOf(error, requestId) }
}
