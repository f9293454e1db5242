import { settingKinds } from '@unified-routing/contract'
import type { Catalogs } from '../../http/catalogs.ts'
import type { Settings } from '../../settings/settings.ts'
import { createRecentReading } from './recent-reading.ts'
import type { Widget } from './widgets.ts'

/** How the customers of a widget are told who a representative is. */
export interface ShownNames {
  of(widget: Widget | null): Promise<(representative: string) => string>
}

interface NamesOptions {
  readonly settings: Settings
  readonly catalogs: () => Pick<Catalogs, 'representatives'>
  readonly now: () => number
}

export function createShownNames({ settings, catalogs, now }: NamesOptions): ShownNames {
  const nicknames = createRecentReading(async () => {
    const list = await settings.list(settingKinds.nickname)
    return new Map(list.map(({ value }) => [value.representative, value.title]))
  }, now)
  const fullNameOf = (name: string) => catalogs().representatives.get(name)?.fullName ?? name
  return {
    async of(widget) {
      const shown = widget?.value.representativeName ?? 'full'
      const known = shown === 'nickname' ? await nicknames() : new Map<string, string>()
      return (name) => shownName(shown, { fullName: fullNameOf(name), nickname: known.get(name) ?? null })
    },
  }
}

/** How customers are told who somebody is. Who has no nickname is not given away by their full name. */
export function shownName(
  shown: Widget['value']['representativeName'],
  { fullName, nickname }: { readonly fullName: string; readonly nickname: string | null },
): string {
  if (shown === 'full') return fullName
  if (shown === 'last') return fullName.split(' ').at(-1) ?? fullName
  return shown === 'nickname' && nickname !== null ? nickname : firstWord(fullName)
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name
}
