import type { QueueName } from '../vocabulary.ts'
import type { Finding } from './finding.ts'
import type { QueueMove } from './queue-moves.ts'
import type { Survey } from './survey.ts'

/** Overflow that leads back to where the work came from. The router stops at a queue already visited. */
export function findOverflowCycles({ moves }: Survey): readonly Finding[] {
  const done = new Set<QueueName>()
  return [...moves.keys()].flatMap((start) => cyclesFrom(start, moves, done)).map(findingOf)
}

interface Stop {
  readonly queue: QueueName
  /** Moves from here that have not been followed yet. */
  readonly rest: Iterator<QueueMove>
}

/** Walks every way from a queue once; where it meets itself there is a cycle, told as the moves around it. */
function cyclesFrom(start: QueueName, moves: Survey['moves'], done: Set<QueueName>): readonly (readonly QueueMove[])[] {
  if (done.has(start)) return []
  const stopAt = (queue: QueueName): Stop => ({ queue, rest: (moves.get(queue) ?? []).values() })
  const cycles: (readonly QueueMove[])[] = []
  const stops = [stopAt(start)]
  const way: QueueMove[] = []
  for (let stop = stops.at(-1); stop !== undefined; stop = stops.at(-1)) {
    const next = stop.rest.next()
    if (next.done === true) {
      done.add(stop.queue)
      stops.pop()
      way.pop()
      continue
    }
    const move = next.value
    const met = stops.findIndex(({ queue }) => queue === move.to)
    if (met >= 0) cycles.push([...way.slice(met), move])
    else if (!done.has(move.to)) {
      stops.push(stopAt(move.to))
      way.push(move)
    }
  }
  return cycles
}

function findingOf(cycle: readonly QueueMove[]): Finding {
  const last = cycle.at(-1)
  const around = [...cycle.map(({ from }) => from), last?.to ?? ''].map((name) => `'${name}'`).join(' to ')
  return {
    code: 'overflowCycle',
    severity: 'warning',
    path: last?.path ?? '',
    message: `Overflow goes in a circle: from ${around}. Work stays where it is once it has been everywhere.`,
    remedy: 'Let the overflow of one of these queues lead out of the circle, or end there.',
  }
}
