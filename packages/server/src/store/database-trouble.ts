/** PostgreSQL ends connections, starts, stops, has none left, or was turned into a copy that only reads. */
const unreachableStates = ['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006', '25006']
/** A statement took too long, or got in the way of another one. */
const busyStates = ['57014', '55P03', '40001', '40P01']
/** Disk, memory, files. */
const fullStates = ['53000', '53100', '53200', '53400', '58000', '58030']
const systemCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT', 'EAI_AGAIN']
/** What pg says without a code. */
const messages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query read timeout/i

const UNREACHABLE = 'The database cannot be reached at the moment: try again.'
const BUSY = 'The database is too busy at the moment: try again.'
const FULL =
  'The database has no room left, on its disk or in memory, and takes nothing new until its operator makes room.'

/** What is wrong with the database, as a sentence, when asking again later can help; null: it is something else. */
export function databaseTroubleOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof AggregateError) {
    const found = error.errors.map(databaseTroubleOf).find((trouble) => trouble !== null)
    if (found !== undefined) return found
  }
  const code = 'code' in error ? String(error.code) : ''
  if (fullStates.includes(code)) return FULL
  if (busyStates.includes(code)) return BUSY
  return unreachableStates.includes(code) || systemCodes.includes(code) || messages.test(error.message)
    ? UNREACHABLE
    : null
}
