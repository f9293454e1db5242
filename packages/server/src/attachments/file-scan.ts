import { AppError } from '@unified-routing/contract'

const SCAN_MAX_MS = 30_000

export interface ScannedFile {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** Looks into a file before anybody else does; false: it must not be shown. */
export type FileScan = (file: ScannedFile) => Promise<boolean>

/** Every file passes. */
export const noScan: FileScan = async () => true

/** Sends each file to a scanner of the operator: POST of its bytes, with the name in `X-File-Name`.
 *
 * Shape:  2xx means clean, 406 or 422 means rejected.
 * Errors: unavailable when the scanner does not answer, or answers anything else; then nothing is shown. */
export function createFileScan(url: string): FileScan {
  return async ({ name, contentType, content }) => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'x-file-name': encodeURIComponent(name) },
      body: Uint8Array.from(content),
      redirect: 'error',
      signal: AbortSignal.timeout(SCAN_MAX_MS),
    }).catch((cause: unknown) => {
      throw notScanned(cause)
    })
    await reply.body?.cancel()
    if (reply.ok) return true
    if (reply.status === 406 || reply.status === 422) return false
    throw notScanned(new Error(`the scanner answered ${reply.status}`))
  }
}

function notScanned(cause: unknown): AppError {
  return new AppError('unavailable', 'The file could not be scanned; try again.', { retryAfterSeconds: 5, cause })
}
