/** What the engine tells of its own work, once a batch. Times in milliseconds. */
export interface EngineMeter {
  batch(report: BatchReport): void
  /** A timer fired so long after it was due. */
  timer(lagMs: number): void
  /** A router was rebuilt from the store. */
  recovery(ms: number): void
  /** A leadership ended otherwise than by stopping. */
  termEnded(reason: 'leaseLost' | 'drifted' | 'failed'): void
}

/** One committed batch. */
export interface BatchReport {
  /** How long each of its operations waited before the batch began. */
  readonly waitsMs: readonly number[]
  /** How many events of each type. */
  readonly events: ReadonlyMap<string, number>
  readonly readMs: number
  readonly decideMs: number
  readonly commitMs: number
}

export const silentMeter: EngineMeter = {
  batch: () => undefined,
  timer: () => undefined,
  recovery: () => undefined,
  termEnded: () => undefined,
}
