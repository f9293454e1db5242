/** Writes one line to the terminal's output. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Writes one line of error: what is wrong and what to do. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Writes a long output piece by piece, as fast as the reader takes it. */
export async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (process.stdout.write(piece)) continue
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
  }
}
