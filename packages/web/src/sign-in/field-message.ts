/** The message of a field that holds something wrong. */
export function messageOf(message: string | undefined) {
  return message === undefined ? {} : ({ validationState: 'error', validationMessage: message } as const)
}
