/** Uniform numbers in [0, 1), the same for the same seed and stream.
 *
 * Each use of chance has a stream of its own, so that more arrivals do not change how long the work on others takes.
 * The generator is Doty-Humphrey's sfc32: 128 bits of state, fast, and good enough for every test of PractRand. */
export function createRandom(seed: number, stream: string): () => number {
  const state = hash(`${seed}/${stream}`)
  const next = () => {
    const sum = (state[0] + state[1] + state[3]) | 0
    state[3] = (state[3] + 1) | 0
    state[0] = state[1] ^ (state[1] >>> 9)
    state[1] = (state[2] + (state[2] << 3)) | 0
    state[2] = (((state[2] << 21) | (state[2] >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next()
  return next
}

/** A waiting time of this mean, exponentially distributed, in whole milliseconds. */
export function drawExponentialMs(random: () => number, meanMs: number): number {
  return Math.round(-Math.log(1 - random()) * meanMs)
}

/** The position in `weights` that the draw falls on. */
export function drawWeighted(random: () => number, weights: readonly number[]): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    rest -= weight
    if (rest < 0) return index
  }
  return weights.findLastIndex((weight) => weight > 0)
}

/** The first outputs still resemble the seed. */
const WARM_UP_ROUNDS = 15

/** Spreads a text over four words: FNV-1a, begun four times with another offset. */
function hash(text: string): [number, number, number, number] {
  const word = (offset: number) => {
    let value = offset
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
    return value | 0
  }
  return [word(0x811c9dc5), word(0x2f0b4c47), word(0x6a09e667), 1]
}
