import { defaultSignInSettings, type SignInSettings, signInSettings } from '@unified-routing/contract'
import { readSetting, writeSetting } from '../store/installation-settings.ts'
import type { Store } from '../store/store.ts'

const NAME = 'sign-in-settings'
/** Another server hears of a change at most this much later. */
const REMEMBERED_MS = 5_000

export interface SignInSettingsKeeper {
  read(): Promise<SignInSettings>
  replace(settings: SignInSettings): Promise<void>
}

interface KeeperOptions {
  readonly store: Store
  readonly organizationId: string
  readonly now: () => number
}

/** How people sign in, as an administrator has set it. Read for every request, so it is remembered for a moment. */
export function createSignInSettings({ store, organizationId, now }: KeeperOptions): SignInSettingsKeeper {
  let remembered: { readonly settings: SignInSettings; readonly until: number } | null = null
  return {
    async read() {
      if (remembered !== null && remembered.until > now()) return remembered.settings
      const text = await readSetting(store, { organizationId, name: NAME })
      // Settings of a later release may be missing in what an earlier one has written.
      const parsed = text === null ? null : signInSettings.safeParse({ ...defaultSignInSettings, ...JSON.parse(text) })
      const settings = parsed?.success ? parsed.data : defaultSignInSettings
      remembered = { settings, until: now() + REMEMBERED_MS }
      return settings
    },
    async replace(settings) {
      await writeSetting(store, { organizationId, name: NAME, value: JSON.stringify(settings) })
      remembered = { settings, until: now() + REMEMBERED_MS }
    },
  }
}
