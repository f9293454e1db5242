import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

type Settings = (typeof operations.replaceSignInSettings.body)['_zod']['input']
type Lock = (typeof operations.unlock.body)['_zod']['input']

/** How people sign in, and who is locked out. */
export function signInResource(call: Caller['call']) {
  return {
    options: () => call(operations.getSignInOptions, {}),
    /** Where to send the browser. */
    startSingleSignOn: () => call(operations.startSingleSignOn, {}),
    /** The calls after it are made as this account. */
    finishSingleSignOn: (parameters: string) => call(operations.finishSingleSignOn, { body: { parameters } }),
    settings: () => call(operations.getSignInSettings, {}),
    replaceSettings: (settings: Settings) => call(operations.replaceSignInSettings, { body: settings }),
    lockOuts: () => call(operations.listLockOuts, {}),
    unlock: ({ kind, name }: Lock) => call(operations.unlock, { body: { kind, name } }),
  }
}
