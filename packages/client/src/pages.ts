/** One page of a list, as every paged operation answers. */
interface Page<Item> {
  readonly items: readonly Item[]
  /** Null: there is no more. */
  readonly nextCursor: string | null
}

/** Every item of a paged list, page after page, read as the loop goes on: `for await (const item of …)`. */
export async function* eachItem<Item>(
  readPage: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, void> {
  let cursor: string | undefined
  do {
    const page = await readPage(cursor)
    yield* page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
