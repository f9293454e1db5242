import { constants } from 'node:fs'
import { chown, copyFile, mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcessOwner } from './process-owner.ts'

const COPIES_AT_ONCE = 8

export interface Tree {
  readonly from: string
  readonly to: string
  /** Whose the copies are; null: ours. */
  readonly owner: ProcessOwner | null
  /** By its path below `from`, with slashes. */
  readonly leaveOut: (path: string) => boolean
}

/** Copies a directory that is written to meanwhile, down to the disk, and answers how many bytes it has. What vanishes on
 * the way is left out. */
export async function copyTree(tree: Tree, below = ''): Promise<number> {
  const { from, to, owner, leaveOut } = tree
  await mkdir(join(to, below), { recursive: true, mode: 0o700 })
  await own(join(to, below), owner)
  const entries = await readdir(join(from, below), { withFileTypes: true }).catch(emptyWhenGone)
  const wanted = entries
    .map((entry) => ({ path: below === '' ? entry.name : `${below}/${entry.name}`, isDirectory: entry.isDirectory() }))
    .filter(({ path }) => !leaveOut(path))
  let bytes = 0
  for (const { path } of wanted.filter(({ isDirectory }) => isDirectory)) bytes += await copyTree(tree, path)
  const files = wanted.filter(({ isDirectory }) => !isDirectory)
  for (let at = 0; at < files.length; at += COPIES_AT_ONCE) {
    const copied = files
      .slice(at, at + COPIES_AT_ONCE)
      .map(({ path }) => copyOne(join(from, path), join(to, path), owner))
    for (const size of await Promise.all(copied)) bytes += size
  }
  return bytes
}

/** Writes a file down to the disk, for its owner's eyes only. */
export async function writeDurably(path: string, content: string | Uint8Array, owner: ProcessOwner | null) {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await own(path, owner)
}

async function copyOne(from: string, to: string, owner: ProcessOwner | null): Promise<number> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE)
  } catch (error) {
    if (isGone(error)) return 0
    throw error
  }
  const file = await open(to, 'r+')
  try {
    await file.chmod(0o600)
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
    await own(to, owner)
  }
}

async function own(path: string, owner: ProcessOwner | null): Promise<void> {
  if (owner !== null) await chown(path, owner.uid, owner.gid)
}

function emptyWhenGone(error: unknown): [] {
  if (isGone(error)) return []
  throw error
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
