import { timingSafeEqual } from 'node:crypto'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import type { Settings } from '../../settings/settings.ts'

/** How long what was read of the settings is good. */
const GOOD_FOR_MS = 2_000

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
  let read: { readonly at: number; readonly widgets: Promise<ReadonlyMap<string, Widget>> } | null = null

  function all(): Promise<ReadonlyMap<string, Widget>> {
    if (read === null || now() - read.at >= GOOD_FOR_MS) {
      const widgets = settings
        .list(settingKinds.chatWidget)
        .then((list) => new Map(list.map(({ name, value }) => [name, { name, value }])))
      read = { at: now(), widgets }
      widgets.catch(() => {
        read = null
      })
    }
    return read.widgets
  }
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
