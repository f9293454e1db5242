import { AppError } from '@unified-routing/contract'
import { errors, jwtVerify, SignJWT } from 'jose'

/** How long a token lets its holder into its conversation; it can be refreshed as long as it is good. */
export const TOKEN_SECONDS = 1_800
/** How long the address of a stream can be opened. */
const STREAM_SECONDS = 60
const ALGORITHM = 'HS256'

/** What a token says: which conversation, through which widget, and who the customer is in it. */
export interface Ticket {
  readonly conversation: string
  readonly widget: string
  readonly user: string
}

type Purpose = 'conversation' | 'stream'

export interface Tokens {
  issue(ticket: Ticket): Promise<string>
  /** Errors: forbidden, `TokenExpired` when it was good once. `graceSeconds`: how long it may be over. */
  verify(token: string, graceSeconds?: number): Promise<Ticket>
  issueForStream(ticket: Ticket): Promise<string>
  verifyForStream(token: string): Promise<Ticket>
}

/** Tokens of one conversation each, signed with the key of this installation, so that nothing has to be kept of them.
 *
 * The claim `user` is where published clients look for who they are. */
export function createTokens({ key, now }: { readonly key: Uint8Array; readonly now: () => number }): Tokens {
  async function sign({ conversation, widget, user }: Ticket, purpose: Purpose, seconds: number): Promise<string> {
    const issuedAt = Math.floor(now() / 1_000)
    return new SignJWT({ conv: conversation, widget, user, purpose })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(key)
  }
  async function read(token: string, purpose: Purpose, graceSeconds: number): Promise<Ticket> {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      currentDate: new Date(now()),
      clockTolerance: graceSeconds,
    }).catch((error: unknown) => {
      throw error instanceof errors.JWTExpired ? expired() : notOurs()
    })
    const { conv, widget, user, purpose: made } = payload
    if (typeof conv !== 'string' || typeof widget !== 'string' || typeof user !== 'string' || made !== purpose)
      throw notOurs()
    return { conversation: conv, widget, user }
  }
  return {
    issue: (ticket) => sign(ticket, 'conversation', TOKEN_SECONDS),
    verify: (token, graceSeconds = 0) => read(token, 'conversation', graceSeconds),
    issueForStream: (ticket) => sign(ticket, 'stream', STREAM_SECONDS),
    verifyForStream: (token) => read(token, 'stream', 0),
  }
}

function expired(): AppError {
  return new AppError('forbidden', 'Token has expired', { reason: 'TokenExpired' })
}

function notOurs(): AppError {
  return new AppError('forbidden', 'Invalid token or secret', { reason: 'BadArgument' })
}
