import type pg from 'pg'
import type { PreparedCommit } from './commit-batch.ts'
import { CommitQuery } from './commit-query.ts'
import type { Store } from './store.ts'

/** The commits of one term, on one connection in the order in which they are given. Each is sent at once, so PostgreSQL
 * begins with the next as soon as it is through with one, whatever we are busy with by then. Their numbers see to it that
 * none is stored unless the one before it was. */
export class CommitLine {
  readonly #pool: pg.Pool
  /** While commits are under way. */
  #client: Promise<pg.PoolClient> | null = null
  #last: CommitQuery | null = null
  #underWay = 0
  #isBroken = false

  constructor({ pool }: Pick<Store, 'pool'>) {
    this.#pool = pool
  }

  /** Shape:  false when the lease is no longer ours, or the commit before was not stored; then nothing was written.
   * Errors: anything else leaves the outcome unknown unless PostgreSQL itself reported it. After an error nothing more is
   * sent. */
  async commit({ statement, message }: PreparedCommit): Promise<boolean> {
    if (this.#isBroken) throw new Error('a commit before this one has failed')
    this.#underWay += 1
    this.#client ??= this.#pool.connect()
    try {
      const isCommitted = await this.#send(await this.#client, new CommitQuery(statement, message.finish()))
      // PostgreSQL has answered, so it has read all of it.
      message.recycle()
      return isCommitted
    } catch (error) {
      this.#isBroken = true
      throw error
    } finally {
      this.#underWay -= 1
      if (this.#underWay === 0) this.#release()
    }
  }

  #send(client: pg.PoolClient, query: CommitQuery): Promise<boolean> {
    const before = this.#last
    this.#last = query
    if (before === null || before.isOver) client.query(query)
    else before.precede(query, client)
    return query.outcome
  }

  #release(): void {
    const isBroken = this.#isBroken
    this.#client?.then(
      (client) => client.release(isBroken),
      // Whoever asked for it has heard.
      () => null,
    )
    this.#client = null
  }
}
