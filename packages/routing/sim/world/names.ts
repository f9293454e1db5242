/** Names of the scenario and ids of work items. A conversation's are the same; a record that is routed again gets a new
 * work item each time, and its name stands for the last one. */
export class Names {
  readonly #workItemByName = new Map<string, string>()
  readonly #nameByWorkItem = new Map<string, string>()

  /** An id for the next work item of a record: "case-1", then "case-1#2". */
  nextWorkItemOf(name: string): string {
    const last = this.#workItemByName.get(name)
    if (last === undefined) return name
    const count = last === name ? 1 : Number(last.slice(name.length + 1))
    return `${name}#${count + 1}`
  }

  /** The name stands for this work item from now on; gives the way back, should it not come to be. */
  routed(name: string, workItem: string): () => void {
    const before = this.#workItemByName.get(name)
    this.#workItemByName.set(name, workItem)
    if (workItem !== name) this.#nameByWorkItem.set(workItem, name)
    return () => {
      if (before === undefined) this.#workItemByName.delete(name)
      else this.#workItemByName.set(name, before)
    }
  }

  workItemOf(name: string): string {
    return this.#workItemByName.get(name) ?? name
  }

  nameOf(workItem: string): string {
    return this.#nameByWorkItem.get(workItem) ?? workItem
  }
}
