import type { Command, Configuration } from '@unified-routing/routing'
import type { Accounts } from '../auth/accounts.ts'
import type { Engine } from '../engine/engine.ts'
import type { Store } from '../store/store.ts'

/** What a step works with. */
export interface StepContext {
  readonly organizationId: string
  readonly store: Store
  readonly engine: Engine
  readonly accounts: Accounts
  readonly now: () => number
  /** Of a turning off: what becomes of open work. */
  readonly openWork: 'drain' | 'return' | null
  /** Puts the edited document in force; answers false when the edit changes nothing. */
  editConfiguration(edit: (document: Configuration) => Configuration): Promise<boolean>
  command(command: Extract<Command, { readonly type: 'setRouting' }>): Promise<void>
}

/** One step of provisioning. It looks first, does only what is missing, and may be killed at any moment and run again. */
export interface ProvisioningStep {
  readonly name: string
  readonly title: string
  /** Answers in a sentence what it did, or that there was nothing to do. */
  run(context: StepContext): Promise<string>
}
