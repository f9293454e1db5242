/** Builds the web application and the chat widget, each when a source has changed since its last complete build. */
export function ensureWebBuilt(node: string): void
