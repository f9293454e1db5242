/** Builds the web application when a source has changed since the last complete build. */
export function ensureWebBuilt(node: string): void
