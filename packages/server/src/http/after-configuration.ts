import type { Operations } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { knownFindings } from './configuration-findings.ts'
import type { Services } from './services.ts'
import type { Done } from './submit.ts'
import { viewDependent } from './views/dependent-view.ts'

type Reply = Operations['changeConfiguration']['reply']['_zod']['input']

/** What follows a new version of the configuration: accounts for its people, and what to tell whoever made it. */
export async function afterConfiguration(
  { configurationVersion, plan = [], removedReferences = [] }: Done,
  before: Configuration,
  services: Services,
): Promise<{ body: Reply; version: number }> {
  const { document, version: present } = services.engine.configuration()
  if (plan.some(({ list }) => list === 'representatives')) {
    await services.accounts.follow(document, await services.newAccountPassword())
  }
  const version = configurationVersion ?? present
  const findings = newFindings(before, document, services.now())
  const references = removedReferences.map(viewDependent)
  return { body: { version, plan: [...plan], removedReferences: references, findings }, version }
}

/** What the checker has to say now that it had not to say before. */
function newFindings(before: Configuration, after: Configuration, now: number): Reply['findings'] {
  const known = new Set(knownFindings(before, now).map(keyOf))
  return knownFindings(after, now).filter((finding) => !known.has(keyOf(finding)))
}

function keyOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return `${code} ${message}`
}
