import type { Caller } from './caller.ts'

/** The callers of holders, by the configuration in force, which says what roles allow and where representatives belong. */
export interface CallersInForce<Holder extends object> {
  /** Made once, and again when another version is in force. */
  of(holder: Holder): Caller
  /** A caller that was made here, as they are by the version in force; null: they were made elsewhere. */
  renewed(caller: Caller): Caller | null
}

export function callersInForce<Holder extends object>(
  configuration: () => { readonly version: number },
  make: (holder: Holder) => Caller,
): CallersInForce<Holder> {
  const made = new WeakMap<Holder, { readonly version: number; readonly caller: Caller }>()
  const holders = new WeakMap<Caller, Holder>()
  function of(holder: Holder): Caller {
    const { version } = configuration()
    const before = made.get(holder)
    if (before?.version === version) return before.caller
    const caller = make(holder)
    made.set(holder, { version, caller })
    holders.set(caller, holder)
    return caller
  }
  return {
    of,
    renewed(caller) {
      const holder = holders.get(caller)
      return holder === undefined ? null : of(holder)
    },
  }
}
