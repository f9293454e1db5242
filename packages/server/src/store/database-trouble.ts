/** PostgreSQL ends connections, starts, stops, or has none left. */
const sqlStates = ['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006']
const systemCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT']
/** What pg says without a code. */
const messages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i

/** Whether an error means that the database could not be asked, so that asking again later can help. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.some(isDatabaseTrouble)) return true
  const code = 'code' in error ? String(error.code) : ''
  return sqlStates.includes(code) || systemCodes.includes(code) || messages.test(error.message)
}
