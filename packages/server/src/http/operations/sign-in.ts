import { AppError } from '@unified-routing/contract'
import { anonymous } from '../../auth/caller.ts'
import type { Attempt } from '../../auth/lock-out.ts'
import type { Call, Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import type { Services } from '../services.ts'
import { viewSession } from '../views/session-view.ts'

export const signIn: Handler<'signIn'> = async ({ body, request }, services) => {
  const attempt = { email: body.email, address: request.ip }
  await services.lockOut.requireUnlocked(attempt)
  try {
    const { caller, cookies } = await services.authentication.signIn({ ...body, headers: request.headers })
    await services.lockOut.succeeded(attempt)
    await recordAudit({ caller, request }, services, {
      action: 'signedIn',
      list: 'accounts',
      name: caller.account.email,
      summary: `${caller.account.name} signed in`,
    })
    return { body: viewSession(caller, services), cookies }
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated')
      await countFailure({ attempt, request }, services)
    throw error
  }
}

interface FailedAttempt {
  readonly attempt: Attempt
  readonly request: Call<'signIn'>['request']
}

async function countFailure({ attempt, request }: FailedAttempt, services: Services): Promise<void> {
  const locked = await services.lockOut.failed(attempt)
  const audited = { caller: anonymous, request }
  const about = { list: 'accounts', name: attempt.email }
  await recordAudit(audited, services, {
    ...about,
    action: 'signInFailed',
    summary: `Somebody tried to sign in as ${attempt.email} and failed`,
  })
  for (const kind of locked)
    await recordAudit(audited, services, {
      ...about,
      action: 'signInLocked',
      summary:
        kind === 'account'
          ? `The account ${attempt.email} is locked for a while after too many failed tries`
          : `The address ${attempt.address} is locked for a while after too many failed tries`,
    })
}
