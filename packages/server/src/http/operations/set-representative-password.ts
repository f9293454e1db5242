import { requireGoodPassword } from '../../auth/password-rules.ts'
import type { Handler } from '../handler.ts'
import { unknownRepresentative } from '../views/representative-view.ts'

export const setRepresentativePassword: Handler<'setRepresentativePassword'> = async ({ params, body }, services) => {
  const { representatives } = services.catalogs().document
  const representative = representatives?.find(({ name }) => name === params.name)
  if (representative === undefined) throw unknownRepresentative(params.name)
  const { name, fullName = name, email = '' } = representative
  requireGoodPassword(body.password, { name: fullName, email })
  await services.accounts.setPassword(representative, body.password)
  return { body: null }
}
