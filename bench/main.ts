// `npm run bench`: what a decision of the router costs, by the number of people and of waiting items.
import { measureRouter, type RouterCase } from './router.ts'

const cases: readonly RouterCase[] = [
  { representatives: 100, backlog: 100 },
  { representatives: 100, backlog: 10_000 },
  { representatives: 100, backlog: 100_000 },
  { representatives: 1_000, backlog: 100_000 },
]

/** With fewer, the rest of the heap moves more than the items weigh. */
const BACKLOG_TO_WEIGH_MIN = 10_000

// The first run warms the compiler up.
measureRouter({ representatives: 100, backlog: 1_000 })
console.log('representatives   waiting   one arrives   one is done   memory an item')
for (const one of cases) {
  const figures = measureRouter(one)
  console.log(
    [
      String(one.representatives).padStart(15),
      String(one.backlog).padStart(10),
      `${figures.arrivalMicroseconds.toFixed(1)} µs`.padStart(14),
      `${figures.completionMicroseconds.toFixed(1)} µs`.padStart(14),
      (one.backlog < BACKLOG_TO_WEIGH_MIN ? '' : `${Math.round(figures.heapBytesPerItem)} B`).padStart(17),
    ].join(''),
  )
}
