import type { Caller } from './caller.ts'

/** Makes the callers of holders: each once, and again when another version of the configuration is in force, which says what
 * roles allow and where representatives belong. */
export function callersInForce<Holder extends object>(
  configuration: () => { readonly version: number },
  make: (holder: Holder) => Caller,
): (holder: Holder) => Caller {
  const made = new WeakMap<Holder, { readonly version: number; readonly caller: Caller }>()
  return (holder) => {
    const { version } = configuration()
    const before = made.get(holder)
    if (before?.version === version) return before.caller
    const caller = make(holder)
    made.set(holder, { version, caller })
    return caller
  }
}
