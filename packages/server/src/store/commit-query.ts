import type pg from 'pg'

/** A statement that PostgreSQL prepares once for each connection. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** The statements that a connection has prepared. One that fails takes its connection with it. */
const prepared = new WeakMap<pg.Connection, Set<string>>()

/** Carries out a message that is written already. The driver's own queries copy their parameters several times on the way,
 * and ask each time what the result looks like.
 *
 * Shape:  whether the statement gave a row. */
export class CommitQuery implements pg.Submittable {
  /** Whether there was a row. Fails as the commit did, or was given up by the driver. */
  readonly outcome: Promise<boolean>
  /** The driver puts its own before it, to stop its watch. */
  callback: (error: Error | null, hasRow?: boolean) => void
  readonly #statement: Statement
  readonly #message: Buffer
  #hasRow = false

  constructor(statement: Statement, message: Buffer) {
    this.#statement = statement
    this.#message = message
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    this.outcome = promise
    this.callback = (error, hasRow = false) => (error === null ? resolve(hasRow) : reject(error))
  }

  /** Sent in one piece with the statement when the connection does not have that yet. */
  submit(connection: pg.Connection): null {
    const { name, text } = this.#statement
    const known = prepared.get(connection) ?? new Set()
    prepared.set(connection, known)
    connection.stream.cork()
    if (!known.has(name)) connection.parse({ name, text, types: [] }, true)
    known.add(name)
    connection.stream.write(this.#message)
    connection.stream.uncork()
    return null
  }

  handleDataRow(): void {
    this.#hasRow = true
  }

  handleCommandComplete(): void {
    // The commit counts when PostgreSQL is ready for the next one.
  }

  handleReadyForQuery(): void {
    this.callback(null, this.#hasRow)
  }

  handleError(error: Error): void {
    this.callback(error)
  }
}
