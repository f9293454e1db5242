const KEY_BYTES = 16

/** A fresh Idempotency-Key. `crypto.randomUUID` would need a secure context, which a page served in a home network is not. */
export function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
