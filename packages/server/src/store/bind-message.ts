/** Types of columns that a commit writes, with what PostgreSQL calls them. */
export type ColumnType = 'text' | 'bigint' | 'integer' | 'boolean' | 'json' | 'jsonb'

const oids: Readonly<Record<ColumnType, number>> = {
  text: 25,
  bigint: 20,
  integer: 23,
  boolean: 16,
  json: 114,
  jsonb: 3802,
}

const JSONB_VERSION = 1
const NULL_LENGTH = -1
const BINARY = 1
const TWO_TO_32 = 2 ** 32
/** UTF-16 code units become at most so many bytes of UTF-8. */
const BYTES_PER_UNIT_MAX = 3
/** The most that anything but a text takes, with what goes before it. */
const FIXED_BYTES_MAX = 32

/** Memory of messages that PostgreSQL has read, for the next ones. Made anew for each commit, megabytes a second of it would
 * make the collector go through the whole heap again and again. */
const spares: Buffer[] = []
/** About as many as are under way. */
const SPARES_MAX = 4
const SPARE_BYTES_MAX = 8 * 1024 * 1024
const FIRST_BYTES = 64 * 1024

/** What asks PostgreSQL to carry out a prepared statement, as it goes over the wire: bind, execute, sync. Its parameters are
 * written in their order, all of them in binary: no quoting here and no parsing there. */
export class BindMessage {
  #bytes: Buffer
  #end = 0

  constructor(statement: string, parameters: number) {
    this.#bytes = spares.pop() ?? Buffer.allocUnsafeSlow(FIRST_BYTES)
    this.#makeRoom(2 * FIXED_BYTES_MAX + statement.length * BYTES_PER_UNIT_MAX)
    this.#end = this.#bytes.write('B', 0) + 4
    this.#cString('')
    this.#cString(statement)
    this.#int16(1)
    this.#int16(BINARY)
    this.#int16(parameters)
  }

  /** A parameter that is one value. Values: as in `array`. */
  parameter(type: ColumnType, value: unknown): void {
    this.#value(type, value)
  }

  /** A parameter that is an array: what is read off each row.
   *
   * Shape:  texts for text, json and jsonb (valid JSON), numbers, booleans, or null. */
  array<Row>(type: ColumnType, rows: readonly Row[], read: (row: Row) => unknown): void {
    this.#makeRoom(FIXED_BYTES_MAX)
    const start = this.#end
    this.#int32(0)
    this.#int32(1)
    this.#int32(0)
    this.#int32(oids[type])
    this.#int32(rows.length)
    this.#int32(1)
    let hasNull = 0
    for (const row of rows) {
      const value = read(row)
      if (value === null || value === undefined) hasNull = 1
      this.#value(type, value)
    }
    this.#bytes.writeInt32BE(hasNull, start + 8)
    this.#writeLength(start)
  }

  /** The whole message. It is valid until it is recycled. */
  finish(): Buffer {
    this.#makeRoom(FIXED_BYTES_MAX)
    this.#int16(0)
    this.#bytes.writeInt32BE(this.#end - 1, 1)
    this.#end += this.#bytes.write('E', this.#end)
    this.#int32(4 + 1 + 4)
    this.#cString('')
    this.#int32(0)
    this.#end += this.#bytes.write('S', this.#end)
    this.#int32(4)
    return this.#bytes.subarray(0, this.#end)
  }

  /** Gives its memory to the next message; nobody reads this one any more. */
  recycle(): void {
    if (spares.length < SPARES_MAX && this.#bytes.length <= SPARE_BYTES_MAX) spares.push(this.#bytes)
    this.#bytes = Buffer.alloc(0)
  }

  #value(type: ColumnType, value: unknown): void {
    if (typeof value === 'string') return this.#text(type, value)
    this.#makeRoom(FIXED_BYTES_MAX)
    if (value === null || value === undefined) return this.#int32(NULL_LENGTH)
    if (typeof value === 'number' && type === 'bigint') return this.#bigint(value)
    if (typeof value === 'number' && type === 'integer') {
      this.#int32(4)
      return this.#int32(value)
    }
    if (typeof value === 'boolean' && type === 'boolean') {
      this.#int32(1)
      this.#end = this.#bytes.writeUInt8(value ? 1 : 0, this.#end)
      return
    }
    throw new TypeError(`a ${typeof value} is no ${type}`)
  }

  #text(type: ColumnType, text: string): void {
    this.#makeRoom(FIXED_BYTES_MAX + text.length * BYTES_PER_UNIT_MAX)
    const start = this.#end
    this.#end += 4
    if (type === 'jsonb') this.#end = this.#bytes.writeUInt8(JSONB_VERSION, this.#end)
    else if (type !== 'text' && type !== 'json') throw new TypeError(`a text is no ${type}`)
    this.#end += this.#bytes.write(text, this.#end)
    this.#writeLength(start)
  }

  /** Without a BigInt, which would be an object for each number. */
  #bigint(value: number): void {
    const high = Math.floor(value / TWO_TO_32)
    this.#int32(8)
    this.#int32(high)
    this.#end = this.#bytes.writeUInt32BE(value - high * TWO_TO_32, this.#end)
  }

  /** Of what was written since `start`, which begins with its length. */
  #writeLength(start: number): void {
    this.#bytes.writeInt32BE(this.#end - start - 4, start)
  }

  #cString(text: string): void {
    this.#end += this.#bytes.write(`${text}\0`, this.#end)
  }

  #int16(value: number): void {
    this.#end = this.#bytes.writeInt16BE(value, this.#end)
  }

  #int32(value: number): void {
    this.#end = this.#bytes.writeInt32BE(value, this.#end)
  }

  #makeRoom(bytes: number): void {
    const needed = this.#end + bytes
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(needed * 2)
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}
