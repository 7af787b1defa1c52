import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, whose power can be cut. */
export interface LoopDisk {
  /** Where it is mounted. */
  folder: string
  /** From now on nothing reaches the disk, and what had not reached it is gone. */
  cutPower(): void
  /** Mounts what is left on the disk, as a machine does that starts again. */
  powerUp(): void
  /** Takes the disk away, in whatever state it is. */
  remove(): void
}

const size = 512 * 1024 * 1024
const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** The sentence that says why no disk can be made here, if so. */
export function noLoopDisk(): string | undefined {
  if (process.getuid?.() !== 0) return 'Power cuts need root, because a disk of its own is mounted: run this as root'
  const missing = ['mkfs.ext4', 'mount', 'umount', 'xfs_io'].filter((program) => !isThere(program))
  return missing.length === 0
    ? undefined
    : `Power cuts need ${missing.join(' and ')}: install the packages e2fsprogs, mount and xfsprogs`
}

export function isThere(program: string): boolean {
  try {
    run('which', program)
    return true
  } catch {
    return false
  }
}

/** Makes a file with an ext4 file system and mounts it. */
export function loopDisk(): LoopDisk {
  const place = mkdtempSync(join(tmpdir(), 'gawai-disk-'))
  const file = join(place, 'disk')
  const folder = join(place, 'mounted')
  let isMounted = false
  const mount = () => {
    run('mount', '-o', 'loop', file, folder)
    isMounted = true
  }
  const unmount = () => {
    if (isMounted) run('umount', folder)
    isMounted = false
  }
  const remove = () => {
    // Lazily: what still uses it when an eval breaks off keeps the disk for no longer than it lives.
    if (isMounted) run('umount', '--lazy', folder)
    isMounted = false
    rmSync(place, { recursive: true })
  }
  try {
    mkdirSync(folder)
    writeFileSync(file, '')
    truncateSync(file, size)
    run('mkfs.ext4', '-q', file)
    mount()
  } catch (error) {
    remove()
    throw error
  }
  return {
    folder,
    // Without flushing the journal: a power cut does not wait either (FS_IOC_SHUTDOWN, which ext4 has too).
    cutPower: () => void run('xfs_io', '-x', '-c', 'shutdown', folder),
    powerUp() {
      unmount()
      mount()
    },
    remove,
  }
}
