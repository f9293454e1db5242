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

const HEADER_BYTES = 20
const LENGTH_BYTES = 4
const JSONB_VERSION = 1
const NULL_LENGTH = -1
/** UTF-16 code units become at most so many bytes of UTF-8. */
const BYTES_PER_UNIT_MAX = 3

/** Grows to the largest array there was; each array is copied out of it. */
let scratch = Buffer.allocUnsafe(64 * 1024)

/** An array as PostgreSQL sends and takes it: no quoting here and no parsing there.
 *
 * Shape:  texts for text, json and jsonb (valid JSON), numbers, booleans, or null. */
export function binaryArray(type: ColumnType, values: readonly unknown[]): Buffer {
  let end = HEADER_BYTES
  let hasNull = 0
  for (const value of values) {
    makeRoom(end, value)
    if (value === null || value === undefined) {
      hasNull = 1
      end = scratch.writeInt32BE(NULL_LENGTH, end)
    } else end = writeValue(type, value, end)
  }
  scratch.writeInt32BE(1, 0)
  scratch.writeInt32BE(hasNull, 4)
  scratch.writeInt32BE(oids[type], 8)
  scratch.writeInt32BE(values.length, 12)
  scratch.writeInt32BE(1, 16)
  return Buffer.from(scratch.subarray(0, end))
}

function writeValue(type: ColumnType, value: unknown, at: number): number {
  if (typeof value === 'string') return writeText(type, value, at)
  if (typeof value === 'boolean' && type === 'boolean') {
    scratch.writeInt32BE(1, at)
    return scratch.writeUInt8(value ? 1 : 0, at + LENGTH_BYTES)
  }
  if (typeof value === 'number' && type === 'bigint') {
    scratch.writeInt32BE(8, at)
    return scratch.writeBigInt64BE(BigInt(value), at + LENGTH_BYTES)
  }
  if (typeof value === 'number' && type === 'integer') {
    scratch.writeInt32BE(4, at)
    return scratch.writeInt32BE(value, at + LENGTH_BYTES)
  }
  throw new TypeError(`a ${typeof value} is no ${type}`)
}

function writeText(type: ColumnType, text: string, at: number): number {
  let start = at + LENGTH_BYTES
  if (type === 'jsonb') start = scratch.writeUInt8(JSONB_VERSION, start)
  else if (type !== 'text' && type !== 'json') throw new TypeError(`a text is no ${type}`)
  const end = start + scratch.write(text, start)
  scratch.writeInt32BE(end - at - LENGTH_BYTES, at)
  return end
}

function makeRoom(end: number, value: unknown): void {
  const needed = end + 16 + (typeof value === 'string' ? value.length * BYTES_PER_UNIT_MAX : 0)
  if (needed <= scratch.length) return
  const larger = Buffer.allocUnsafe(needed * 2)
  scratch.copy(larger, 0, 0, end)
  scratch = larger
}
