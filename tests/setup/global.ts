/** Runs once before the PostgreSQL tests, and returns what must be undone after them. */
export default function setUp(): () => Promise<void> {
  return () => Promise.resolve()
}
