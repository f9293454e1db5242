/** Bytes of objects that are still in use. The process needs `--expose-gc`, which the runner gives it. */
export function memoryUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
