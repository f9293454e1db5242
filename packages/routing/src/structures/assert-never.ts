/** Makes the compiler insist that every case of a union is decided. */
export function assertNever(value: never): never {
  throw new Error(`A case that does not exist: ${JSON.stringify(value)}`)
}
