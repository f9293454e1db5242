/** Path of the bundle of Bot Framework Web Chat as published; fetched when it is not there yet. */
export function ensureWebChat(): string
