/** A heap whose entries know their place in it, so that any of them can be moved or removed.
 *
 * `before` must be a total order. It may read values that change, if `update` follows every such change before
 * the next use of the heap. `place` stores the position of an entry, -1 when it has left. */
export class IndexedHeap<T> {
  readonly #entries: T[] = []
  readonly #before: (left: T, right: T) => boolean
  readonly #position: (entry: T) => number
  readonly #place: (entry: T, position: number) => void

  constructor(order: {
    readonly before: (left: T, right: T) => boolean
    readonly position: (entry: T) => number
    readonly place: (entry: T, position: number) => void
  }) {
    this.#before = order.before
    this.#position = order.position
    this.#place = order.place
  }

  get size(): number {
    return this.#entries.length
  }

  peek(): T | undefined {
    return this.#entries[0]
  }

  /** Adds the entry, or moves it to its new place when it is in the heap already. */
  put(entry: T): void {
    const position = this.#position(entry)
    if (position >= 0) this.#settle(entry, position)
    else this.#rise(entry, this.#entries.push(entry) - 1)
  }

  remove(entry: T): void {
    const position = this.#position(entry)
    if (position < 0) return
    this.#place(entry, -1)
    const last = this.#entries.pop()
    if (last !== undefined && last !== entry) this.#settle(last, position)
  }

  clear(): void {
    for (const entry of this.#entries) this.#place(entry, -1)
    this.#entries.length = 0
  }

  /** In no order. The heap must not be changed meanwhile. */
  entries(): readonly T[] {
    return this.#entries
  }

  /** Best first, at a cost that depends on how many are taken, not on the size. The heap must not be changed meanwhile. */
  *inOrder(): Generator<T, void, undefined> {
    const frontier: number[] = []
    let position: number | undefined = 0
    while (position !== undefined) {
      const entry: T | undefined = this.#entries[position]
      if (entry === undefined) return
      yield entry
      this.#pushFrontier(frontier, 2 * position + 1)
      this.#pushFrontier(frontier, 2 * position + 2)
      position = this.#popFrontier(frontier)
    }
  }

  /** Visits the entries best first, for as long as the visitor says true. The heap must not be changed meanwhile. */
  visitInOrder(visit: (entry: T) => boolean): void {
    const frontier: number[] = []
    let position: number | undefined = 0
    while (position !== undefined) {
      const entry: T | undefined = this.#entries[position]
      if (entry === undefined || !visit(entry)) return
      this.#pushFrontier(frontier, 2 * position + 1)
      this.#pushFrontier(frontier, 2 * position + 2)
      position = this.#popFrontier(frontier)
    }
  }

  /** The best entry that is accepted; it visits no more than come before it, and their children. */
  find(accepts: (entry: T) => boolean): T | undefined {
    const entries = this.#entries
    const root = entries[0]
    if (root === undefined || accepts(root)) return root
    let found: T | undefined
    const pending = [1, 2]
    for (let position = pending.pop(); position !== undefined; position = pending.pop()) {
      const entry = entries[position]
      if (entry === undefined || (found !== undefined && this.#before(found, entry))) continue
      if (accepts(entry)) found = entry
      else pending.push(2 * position + 1, 2 * position + 2)
    }
    return found
  }

  /** How many come before the entry; it visits those and no others. */
  countBefore(entry: T): number {
    const pending = [0]
    let count = 0
    for (let position = pending.pop(); position !== undefined; position = pending.pop()) {
      const other = this.#entries[position]
      if (other === undefined || !this.#before(other, entry)) continue
      count += 1
      pending.push(2 * position + 1, 2 * position + 2)
    }
    return count
  }

  /** The frontier of a visit is a heap of positions whose parents have been visited. */
  #pushFrontier(frontier: number[], position: number): void {
    if (position >= this.#entries.length) return
    let place = frontier.push(position) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!this.#isBefore(position, frontier[above])) break
      frontier[place] = frontier[above] ?? 0
      place = above
    }
    frontier[place] = position
  }

  #popFrontier(frontier: number[]): number | undefined {
    const first = frontier[0]
    const moved = frontier.pop()
    if (moved === undefined || frontier.length === 0) return first
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      if (left >= frontier.length) break
      const child = this.#isBefore(frontier[left + 1], frontier[left]) ? left + 1 : left
      if (!this.#isBefore(frontier[child], moved)) break
      frontier[place] = frontier[child] ?? 0
      place = child
    }
    frontier[place] = moved
    return first
  }

  #isBefore(left: number | undefined, right: number | undefined): boolean {
    const one = left === undefined ? undefined : this.#entries[left]
    const other = right === undefined ? undefined : this.#entries[right]
    return one !== undefined && other !== undefined && this.#before(one, other)
  }

  #settle(entry: T, position: number): void {
    if (!this.#rise(entry, position)) this.#sink(entry, position)
  }

  #rise(entry: T, from: number): boolean {
    const entries = this.#entries
    let position = from
    while (position > 0) {
      const parentPosition = (position - 1) >> 1
      const parent = entries[parentPosition]
      if (parent === undefined || !this.#before(entry, parent)) break
      entries[position] = parent
      this.#place(parent, position)
      position = parentPosition
    }
    entries[position] = entry
    this.#place(entry, position)
    return position !== from
  }

  #sink(entry: T, from: number): void {
    const entries = this.#entries
    let position = from
    for (;;) {
      const left = entries[2 * position + 1]
      if (left === undefined) break
      const right = entries[2 * position + 2]
      const goesRight = right !== undefined && this.#before(right, left)
      const child = goesRight ? right : left
      if (!this.#before(child, entry)) break
      entries[position] = child
      this.#place(child, position)
      position = 2 * position + (goesRight ? 2 : 1)
    }
    entries[position] = entry
    this.#place(entry, position)
  }
}
