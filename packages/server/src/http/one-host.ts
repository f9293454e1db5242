import type { IncomingMessage } from 'node:http'
import { AppError } from '@unified-routing/contract'

const HOST = 'host'

/** Fails as `invalid` when a request names two hosts, of which Node would take the first and a proxy perhaps the last. */
export function requireOneHost({ rawHeaders }: IncomingMessage): void {
  let hosts = 0
  // Names and values in turn.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (name.length === HOST.length && name.toLowerCase() === HOST) hosts++
  }
  if (hosts > 1) throw new AppError('invalid', 'The request names more than one Host; send it once.')
}
