/** Whether the world let an action happen. */
export type Outcome = { readonly accepted: true } | { readonly accepted: false; readonly message: string }

export const accepted: Outcome = { accepted: true }

export function refused(message: string): Outcome {
  return { accepted: false, message }
}
