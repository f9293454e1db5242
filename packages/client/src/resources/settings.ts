import {
  operations,
  type SettingKind,
  type SettingKindName,
  type SettingView,
  type Titled,
} from '@unified-routing/contract'
import type { Caller } from '../call.ts'

/** A setting of a kind, its value as the schema of the kind has it. */
export interface Setting<Value> extends Omit<SettingView, 'value'> {
  readonly value: Value
}

export interface SettingDraft<Value> {
  readonly value: Value
  /** A text is kept, null removes what is kept, and what is absent stays as it is. */
  readonly secrets?: Readonly<Record<string, string | null>>
}

/** Settings beside the configuration: `client.settings(settingKinds.quickReply).list()`. */
export function settingsResource(call: Caller['call']) {
  return <Value extends Titled, Name extends SettingKindName>({ kind, value: schema }: SettingKind<Value, Name>) => {
    const settingOf = (view: SettingView): Setting<Value> => ({ ...view, value: schema.parse(view.value) })
    return {
      list: async (signal?: AbortSignal) =>
        (await call(operations.listSettings, { params: { kind }, ...(signal ? { signal } : {}) })).items.map(settingOf),
      read: async (name: string) => settingOf(await call(operations.getSetting, { params: { kind, name } })),
      /** Adds it, or with `ifVersion` changes that version. */
      save: async (name: string, { value, secrets }: SettingDraft<Value>, ifVersion?: number) =>
        settingOf(
          await call(operations.saveSetting, {
            params: { kind, name },
            body: {
              value: Object.fromEntries(Object.entries(value)),
              ...(secrets === undefined ? {} : { secrets: { ...secrets } }),
            },
            ...(ifVersion === undefined ? {} : { ifVersion }),
          }),
        ),
      delete: (name: string, ifVersion: number) =>
        call(operations.deleteSetting, { params: { kind, name }, ifVersion }),
    }
  }
}
