import { AppError, type Problem } from '@unified-routing/contract'
import { ownActor } from '../../auth/caller.ts'
import { type BulkItem, keyReused, type OperationAnswer, type OperationRequest } from '../../engine/operations.ts'
import type { BulkPart, Call, RequestFacts } from '../handler.ts'
import { problemOf } from '../problem-reply.ts'
import type { Services } from '../services.ts'
import { Gathering, TurnedAway } from './gathering.ts'
import type { ReadItem } from './read-item.ts'

export interface BulkCall extends Pick<Call<'runInBulk'>, 'caller' | 'request'> {
  readonly items: readonly (ReadItem | Refused)[]
  readonly services: Services
  readonly replies: Call<'runInBulk'>['body']['replies']
  /** Empty for a call without a key. */
  readonly requestHash: string
}

interface Refused {
  readonly status: number
  readonly problem: Problem
}

export type BulkResult = Refused | { readonly status: number; readonly body: unknown; readonly version?: number }

/** Checks the operations of a wave, has those that pass decided and committed together, and answers each, in the order of
 * `places`.
 *
 * Errors: whatever is no answer to one operation; the whole call may then be repeated under its key. */
export async function runWave(call: BulkCall, wave: number, places: readonly number[]): Promise<readonly BulkResult[]> {
  const key = keyOf(call.request, wave)
  const kept = key === null ? null : await keptAnswers(call, key)
  const gathering = new Gathering(places.length, async (items) => kept ?? send(call, key, items))
  const results = places.map((place, index) => runItem(call, { place, index, gathering }))
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

async function runItem(call: BulkCall, part: Part): Promise<BulkResult> {
  const { index, gathering } = part
  const isReplyWanted = call.replies === 'whole'
  let isSent = false
  const tried = await carryOut(call, part, {
    submit: (given) => {
      const asked = askedOf(given)
      isSent = true
      return gathering.submit(index, asked)
    },
    keptAnswer: nothingKept,
    isReplyWanted,
  })
  if (isSent) return tried
  if (!('problem' in tried)) throw new Error('an operation of a bulk call did nothing')
  const before = await gathering.turnAway(index, tried.problem)
  if (before.status === 'turnedAway') return refusalOf(new TurnedAway(before.problem), call.request)
  // When the call was made before, it may have passed then.
  const keptAnswer = async () => ({ requestHash: call.requestHash, answer: before })
  return carryOut(call, part, { submit: async () => before, keptAnswer, isReplyWanted })
}

const nothingKept = async () => null

/** Carries an operation out as if it had come alone, but for what it submits to the engine. */
async function carryOut(
  call: BulkCall,
  { place, gathering }: Pick<Part, 'place' | 'gathering'>,
  standIn: BulkPart,
): Promise<BulkResult> {
  const { caller, request, services } = call
  const item = call.items[place]
  if (item === undefined) throw new Error(`a bulk call has no operation ${place}`)
  if ('problem' in item) return item
  try {
    const { bound, path, body } = item
    const answered = await bound.carryOut(
      { path, query: {}, body, caller, request: factsOf(call, { place, item, standIn }) },
      services,
    )
    const status = bound.operation.replyStatus
    const { version } = answered
    const reply = standIn.isReplyWanted ? answered.body : null
    return version === undefined ? { status, body: reply } : { status, body: reply, version }
  } catch (error) {
    if (gathering.hasFailedWith(error)) throw error
    return refusalOf(error, request)
  }
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
  { request, requestHash }: BulkCall,
  { place, item, standIn }: { readonly place: number; readonly item: ReadItem; readonly standIn: BulkPart },
): RequestFacts {
  const { requestId, idempotencyKey, origin, ip } = request
  return {
    requestId,
    trace: null,
    idempotencyKey: idempotencyKey === null ? null : `${idempotencyKey} at ${place}`,
    requestHash,
    ifMatch: item.ifMatch,
    get headers() {
      return request.headers
    },
    origin,
    ip,
    bulk: standIn,
  }
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
