import { useMutation } from '@tanstack/react-query'
import { failureText } from '../data/failure-text.ts'
import { useNotify } from '../ui/notices.tsx'

/** So many requests are under way at a time. */
const AT_A_TIME = 4
const FAILURES_SHOWN_MAX = 3

/** Most that one bulk command takes, as in the reference. */
export const BULK_MAX = 1_000

interface Many<Item> {
  readonly items: readonly Item[]
  readonly nameOf: (item: Item) => string
  readonly act: (item: Item) => Promise<unknown>
  /** "closed", as in "3 closed". */
  readonly done: string
}

/** Does one thing to many, and says for how many it was done and why not for the others. */
export function useMany<Item>() {
  const notify = useNotify()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async ({ items, nameOf, act, done }: Many<Item>) => {
      const failures: string[] = []
      const waiting = [...items]
      const work = async () => {
        for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
          const name = nameOf(item)
          await act(item).catch((error: unknown) => failures.push(`${name}: ${failureText(error)}`))
        }
      }
      await Promise.all(Array.from({ length: AT_A_TIME }, work))
      const count = items.length - failures.length
      if (count > 0) notify({ title: `${count} ${done}`, intent: 'success' })
      if (failures.length > 0)
        notify({
          title: `${failures.length} not ${done}`,
          text: failures.slice(0, FAILURES_SHOWN_MAX).join(' '),
          intent: 'error',
        })
    },
  })
  return { run: mutateAsync, isBusy: isPending }
}
