/** A reason why the server cannot start, as one sentence for the person at the terminal: what is wrong and what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
