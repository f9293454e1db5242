import { type SettingKindName, settingKindNames, settingKindOf, type Titled } from '@unified-routing/contract'
import { UserError } from '../command.ts'

export interface DemoSetting {
  readonly kind: SettingKindName
  readonly name: string
  readonly value: Titled
}

/** Reads demo/settings.yaml. It is part of the product, so a mistake in it is told and nothing is loaded. */
export function readDemoSettings(document: unknown): readonly DemoSetting[] {
  return entriesOf(document).flatMap(([kindName, settings]) => {
    const kind = settingKindNames.find((known) => known === kindName)
    if (kind === undefined) throw mistake(`there is no kind ${kindName}`)
    return entriesOf(settings).map(([name, value]) => {
      const parsed = settingKindOf(kind).value.safeParse(value)
      if (!parsed.success)
        throw mistake(`${kind} ${name}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`)
      return { kind, name, value: parsed.data }
    })
  })
}

function entriesOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistake('expected names with values')
  return Object.entries(value)
}

function mistake(what: string): UserError {
  return new UserError(`demo/settings.yaml: ${what}.`)
}
