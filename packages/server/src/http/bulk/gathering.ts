import type { Problem } from '@unified-routing/contract'
import type { BulkItem, OperationAnswer } from '../../engine/operations.ts'

/** Where the operations of one wave come together: once each has been checked, those that passed are sent as one, with
 * the places of those that did not. */
export class Gathering {
  readonly #send: (items: readonly BulkItem[]) => Promise<readonly OperationAnswer[]>
  readonly #resolvers = Promise.withResolvers<readonly OperationAnswer[]>()
  readonly #items: BulkItem[] = []
  #missing: number
  #failure: unknown = null

  constructor(size: number, send: (items: readonly BulkItem[]) => Promise<readonly OperationAnswer[]>) {
    this.#missing = size
    this.#send = send
    // Whoever takes part hears of it.
    this.#resolvers.promise.catch((error: unknown) => {
      this.#failure = error
    })
  }

  /** Has an operation sent with the others, and answers as the engine does. Errors: TurnedAway. */
  async submit(index: number, asked: BulkItem): Promise<OperationAnswer> {
    const answer = answerAt(index, await this.#fill(index, asked))
    if (answer.status === 'turnedAway') throw new TurnedAway(answer.problem)
    return answer
  }

  /** Says that an operation will not be sent. Answers as it does; of a call that was made before, as it was then. */
  async turnAway(index: number, problem: Problem): Promise<OperationAnswer> {
    return answerAt(index, await this.#fill(index, { turnedAway: problem }))
  }

  /** Whether this is why none of the operations was answered. */
  hasFailedWith(error: unknown): boolean {
    return this.#failure !== null && this.#failure === error
  }

  /** Sends nothing any more. */
  giveUp(error: unknown): void {
    this.#missing = Number.POSITIVE_INFINITY
    this.#resolvers.reject(error)
  }

  #fill(index: number, item: BulkItem): Promise<readonly OperationAnswer[]> {
    this.#items[index] = item
    this.#missing -= 1
    if (this.#missing === 0) this.#resolvers.resolve(this.#send(this.#items))
    return this.#resolvers.promise
  }
}

function answerAt(index: number, answers: readonly OperationAnswer[]): OperationAnswer {
  const answer = answers[index]
  if (answer === undefined) throw new Error('the engine answers every item of a bulk call')
  return answer
}

/** The engine, or an earlier call under the same key, has an operation as refused before it was sent. */
export class TurnedAway extends Error {
  override readonly name = 'TurnedAway'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}
