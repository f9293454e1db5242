import { createHash, randomBytes } from 'node:crypto'
import { AppError, type InvitationView } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import {
  claimInvitation,
  listInvitations,
  readInvitation,
  readOpenInvitation,
  releaseInvitation,
  replaceInvitation,
  revokeInvitation,
  type StoredInvitation,
} from '../store/invitations.ts'
import type { Store } from '../store/store.ts'
import type { Accounts } from './accounts.ts'
import { requireGoodPassword } from './password-rules.ts'

const TOKEN_BYTES = 32
const DAY_MS = 86_400_000

export interface Invitations {
  list(): Promise<readonly InvitationView[]>
  /** Makes an invitation and answers the secret of its link, which is kept nowhere. */
  create(request: NewInvitation): Promise<{ readonly invitation: InvitationView; readonly token: string }>
  revoke(id: string): Promise<InvitationView>
  /** The invitation that a link opens. Errors: notFound, also when it was used, revoked or has expired. */
  read(token: string): Promise<InvitationView>
  /** Uses the invitation up: its account exists then and has this password. */
  accept(token: string, password: string): Promise<InvitationView>
}

export interface NewInvitation {
  readonly email: string
  readonly name: string
  readonly representative: string | null
  readonly roles: readonly string[]
  readonly expiresInDays: number
  readonly createdBy: string
}

interface InvitationsOptions {
  readonly store: Store
  readonly accounts: Accounts
  readonly organizationId: string
  readonly configuration: () => { readonly document: Configuration }
  readonly passwordLengthMin: () => Promise<number>
  readonly now: () => number
  readonly newId: () => string
}

/** Invitations by link: single use, expiring, the secret kept as a hash. */
export function createInvitations(options: InvitationsOptions): Invitations {
  const { store, accounts, organizationId, now } = options
  async function read(token: string): Promise<StoredInvitation> {
    const found = await readOpenInvitation(store, { organizationId, tokenHash: hashOf(token), now: now() })
    if (found === null) throw unusable()
    return found
  }
  async function giveAccount(invitation: StoredInvitation, password: string): Promise<void> {
    const { email, name, representative } = invitation
    if (representative === null) return accounts.add({ email, name, roles: invitation.roles, password })
    const { representatives = [] } = options.configuration().document
    const present = representatives.find((one) => one.name === representative)
    // The link went to this address; whoever reads another one's mail is somebody else.
    if (present?.email?.toLowerCase() !== email) throw unusable()
    return accounts.setPassword(present, password, { mustChange: false })
  }
  return {
    async list() {
      return (await listInvitations(store, { organizationId })).map((one) => toView(one, now()))
    },
    async create({ expiresInDays, ...request }) {
      await accounts.requireInvitable(request)
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const invitation: StoredInvitation = {
        ...request,
        email: request.email.toLowerCase(),
        id: options.newId(),
        createdAt: now(),
        expiresAt: now() + expiresInDays * DAY_MS,
        acceptedAt: null,
        revokedAt: null,
      }
      await replaceInvitation(store, { ...invitation, organizationId, tokenHash: hashOf(token) })
      return { invitation: toView(invitation, now()), token }
    },
    async revoke(id) {
      const found = await readInvitation(store, { organizationId, id })
      if (found === null)
        throw new AppError('notFound', `There is no invitation ${id}; list them to see which there are.`)
      if (!(await revokeInvitation(store, { organizationId, id, now: now() })))
        throw new AppError('refused', `The invitation of ${found.email} was accepted or revoked before.`, {
          reason: 'notOpen',
        })
      return toView(found, now())
    },
    async read(token) {
      return toView(await read(token), now())
    },
    async accept(token, password) {
      const invitation = await read(token)
      requireGoodPassword({ password, owner: invitation, lengthMin: await options.passwordLengthMin() })
      const key = { organizationId, tokenHash: hashOf(token) }
      if (!(await claimInvitation(store, { ...key, now: now() }))) throw unusable()
      try {
        await giveAccount(invitation, password)
      } catch (error) {
        await releaseInvitation(store, key)
        throw error
      }
      return toView(invitation, now())
    },
  }
}

function unusable(): AppError {
  return new AppError(
    'notFound',
    'This invitation was used or revoked, or has expired; ask whoever invited you for a new one.',
  )
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function toView(invitation: StoredInvitation, now: number): InvitationView {
  const { id, email, name, representative, createdBy, acceptedAt } = invitation
  return {
    id,
    email,
    name,
    representative,
    roles: [...invitation.roles],
    state: stateOf(invitation, now),
    createdAt: new Date(invitation.createdAt).toISOString(),
    createdBy,
    expiresAt: new Date(invitation.expiresAt).toISOString(),
    acceptedAt: acceptedAt === null ? null : new Date(acceptedAt).toISOString(),
  }
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: StoredInvitation, now: number): InvitationView['state'] {
  if (acceptedAt !== null) return 'accepted'
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : 'open'
}
