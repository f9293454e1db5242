import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

type NewInvitation = (typeof operations.createInvitation.body)['_zod']['input']

/** Invitations to set a password, by link. */
export function invitationsResource(call: Caller['call']) {
  return {
    list: () => call(operations.listInvitations, {}),
    create: (invitation: NewInvitation) => call(operations.createInvitation, { body: invitation }),
    revoke: (id: string) => call(operations.revokeInvitation, { params: { id } }),
    /** Whom the link is for. */
    read: (token: string) => call(operations.readInvitation, { body: { token } }),
    /** The calls after it are made as this account. */
    accept: (token: string, password: string) => call(operations.acceptInvitation, { body: { token, password } }),
  }
}
