/** Whoever works beside the requests, round after round, tells here how that goes. */
export interface LoopMeter {
  /** A round is over, or there was nothing to do in it. */
  cameRound(): void
  /** A round failed; the next one is a new try. */
  failed(): void
}
