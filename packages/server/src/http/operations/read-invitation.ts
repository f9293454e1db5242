import type { Handler } from '../handler.ts'

export const readInvitation: Handler<'readInvitation'> = async ({ body }, { invitations, catalogs }) => {
  const { email, name, expiresAt } = await invitations.read(body.token)
  return { body: { email, name, expiresAt, organization: catalogs().organization.name } }
}
