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
      if (shown === 'full') return fullNameOf
      if (shown === 'first') return (name) => firstWord(fullNameOf(name))
      if (shown === 'last') return (name) => fullNameOf(name).split(' ').at(-1) ?? name
      const known = await nicknames()
      // Who has none is not given away by their full name.
      return (name) => known.get(name) ?? firstWord(fullNameOf(name))
    },
  }
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name
}
