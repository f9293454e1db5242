import { AppError } from '@unified-routing/contract'
import type { Services } from './services.ts'

const COOKIE = 'unified-routing.single-sign-on'
const SECONDS = 600

/** The page that the identity provider sends browsers back to. */
export const CALLBACK_PATH = '/sign-in/callback'

/** What single sign-on is set up with; notFound when it is not. */
export function requireSingleSignOn({ singleSignOn }: Services): NonNullable<Services['singleSignOn']> {
  if (singleSignOn !== null) return singleSignOn
  throw new AppError('notFound', 'Single sign-on is not set up on this server; sign in with e-mail and password.')
}

/** The cookie that ties the two steps to one browser; null ends it. Scripts cannot read it. */
export function ticketCookie(ticket: string | null, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const age = ticket === null ? 0 : SECONDS
  return `${COOKIE}=${ticket ?? ''}; Path=/api/auth/single-sign-on; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}

export function ticketIn(headers: Headers): string {
  const cookies = (headers.get('cookie') ?? '').split('; ')
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? ''
}
