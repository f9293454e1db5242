/** Moments at which tests let something go wrong: a kill, an error, a full disk, a long wait. */
export type FaultPoint =
  /** The lease is ours, nothing is read yet. */
  | 'leaseTaken'
  /** The router is rebuilt, nothing is committed yet. */
  | 'recovered'
  /** The lease is about to be extended, without a commit. */
  | 'leaseRenewing'
  /** What the batch needs is read; nothing is decided. */
  | 'read'
  /** The batch is decided; nothing of it is stored. */
  | 'decided'
  /** The batch is stored; nobody knows. */
  | 'committed'
  /** The live streams have it; the callers have no answer. */
  | 'told'
  /** The callers have their answers. */
  | 'answered'
  /** An alert is stored with what is to be told of it; nothing is sent. */
  | 'alertStored'
  /** A webhook has answered; that is not stored yet. */
  | 'webhookSent'

/** What happens at a moment. The product has none: only tests hand one in, in the process that they start. */
export type Faults = (point: FaultPoint) => Promise<void>
