import type { Refusal, RefusalCode } from './router.ts'

/** The domain's "no": a code for programs and a sentence that says what, which one, and what to do. */
export function refuse(code: RefusalCode, message: string): Refusal {
  return { code, message }
}
