import type { Handler } from '../handler.ts'

export const revokeInvitation: Handler<'revokeInvitation'> = async ({ params }, { invitations }) => {
  await invitations.revoke(params.id)
  return { body: null }
}
