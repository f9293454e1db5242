import { type Configuration, validateConfiguration } from '@unified-routing/routing'

/** The configuration of a reply. In a file of its own: the validator is not needed before somebody has signed in. */
export function readConfiguration(reply: unknown): Configuration {
  const validation = validateConfiguration(reply)
  if (!validation.ok) throw new Error('The server is newer than this page: reload it.')
  return validation.configuration
}
