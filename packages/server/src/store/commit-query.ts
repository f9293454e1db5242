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
  #isSent = false
  #isOver = false
  #goOn: { readonly query: CommitQuery; readonly client: pg.Client } | null = null

  constructor(statement: Statement, message: Buffer) {
    this.#statement = statement
    this.#message = message
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    this.outcome = promise
    this.callback = (error, hasRow = false) => (error === null ? resolve(hasRow) : reject(error))
  }

  /** Whether it was answered, or will not be. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Sends another one now, for PostgreSQL to carry out after this one. The driver knows one query at a time, so it learns of
   * that one when this one is over. When this one fails, so has the other, whatever PostgreSQL makes of it. */
  precede(query: CommitQuery, client: pg.Client): void {
    this.#goOn = { query, client }
    query.#send(client.connection)
  }

  submit(connection: pg.Connection): null {
    this.#send(connection)
    return null
  }

  /** In one piece with the statement when the connection does not have that yet. */
  #send(connection: pg.Connection): void {
    if (this.#isSent) return
    this.#isSent = true
    const { name, text } = this.#statement
    const known = prepared.get(connection) ?? new Set()
    prepared.set(connection, known)
    connection.stream.cork()
    if (!known.has(name)) connection.parse({ name, text, types: [] }, true)
    known.add(name)
    connection.stream.write(this.#message)
    connection.stream.uncork()
  }

  handleDataRow(): void {
    this.#hasRow = true
  }

  handleCommandComplete(): void {
    // The commit counts when PostgreSQL is ready for the next one.
  }

  handleReadyForQuery(): void {
    this.#isOver = true
    this.callback(null, this.#hasRow)
    // Within this call: its answer may have come together with this one's.
    this.#goOn?.client.query(this.#goOn.query)
  }

  handleError(error: Error): void {
    this.#isOver = true
    this.callback(error)
    this.#goOn?.query.handleError(error)
  }
}
