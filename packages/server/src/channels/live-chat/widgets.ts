import { timingSafeEqual } from 'node:crypto'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import type { Settings } from '../../settings/settings.ts'
import { createRecentReading } from './recent-reading.ts'

export interface Widget {
  readonly name: string
  readonly value: SettingValue<'chatWidget'>
}

/** The chat widgets as they are set up, a moment late at most. */
export interface Widgets {
  find(name: string): Promise<Widget | null>
  /** The widget whose Direct Line secret this is. */
  ofSecret(secret: string): Promise<Widget | null>
  /** Whether pages of this origin may use any widget, or the one of this name. */
  allows(origin: string, widget: string | null): Promise<boolean>
}

export function createWidgets({ settings, now }: { readonly settings: Settings; readonly now: () => number }): Widgets {
  const all = createRecentReading(async (): Promise<ReadonlyMap<string, Widget>> => {
    const list = await settings.list(settingKinds.chatWidget)
    return new Map(list.map(({ name, value }) => [name, { name, value }]))
  }, now)
  return {
    find: async (name) => (await all()).get(name) ?? null,
    async ofSecret(secret) {
      for (const widget of (await all()).values()) {
        const kept = await settings.secret({ kind: settingKinds.chatWidget, name: widget.name }, 'directLine')
        if (kept !== null && isSame(kept, secret)) return widget
      }
      return null
    },
    async allows(origin, name) {
      const widgets = [...(await all()).values()]
      return widgets.some((widget) => (name === null || widget.name === name) && widget.value.origins.includes(origin))
    },
  }
}

function isSame(kept: string, given: string): boolean {
  const [one, other] = [Buffer.from(kept), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
