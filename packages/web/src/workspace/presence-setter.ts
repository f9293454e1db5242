import type { RepresentativeView } from '@unified-routing/contract'

/** Who changed a presence by hand, and when; the server tells it once, as it happens. */
export interface PresenceSetter {
  readonly at: string
  /** A representative, or the name of an account; null: an integration without a name. */
  readonly by: string | null
}

const PREFIX = 'unified-routing.presence-setter'

const computedTexts: Readonly<Record<Exclude<RepresentativeView['presenceSetBy'], 'manual'>, string>> = {
  system: 'Set by the system, from your load',
  missedOffer: 'Set by the system, after a missed offer',
  rejectedOffer: 'Set by the system, after a rejected offer',
}

/** Who set the presence of the viewer and why, in their words. */
export function setByText(
  me: Pick<RepresentativeView, 'name' | 'presenceSetBy' | 'presenceChangedAt'>,
  setter: PresenceSetter | null,
  nameOf: (representative: string) => string,
): string {
  if (me.presenceSetBy !== 'manual') return computedTexts[me.presenceSetBy]
  if (setter === null || setter.at !== me.presenceChangedAt) return 'Set by hand'
  if (setter.by === me.name) return 'Set by you'
  return setter.by === null ? 'Set by a supervisor' : `Set by ${nameOf(setter.by)}`
}

/** Keeps who it was over a reload. */
export function rememberSetter(representative: string, setter: PresenceSetter): void {
  try {
    localStorage.setItem(`${PREFIX}.${representative}`, JSON.stringify(setter))
  } catch {
    // A full storage costs the name after a reload, not now.
  }
}

export function readSetter(representative: string): PresenceSetter | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(`${PREFIX}.${representative}`) ?? 'null')
    if (typeof parsed !== 'object' || parsed === null || !('at' in parsed) || !('by' in parsed)) return null
    const { at, by } = parsed
    return typeof at === 'string' && (typeof by === 'string' || by === null) ? { at, by } : null
  } catch {
    return null
  }
}
