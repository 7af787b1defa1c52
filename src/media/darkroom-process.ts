import { constants, setPriority } from 'node:os'
import sharp from 'sharp'
import type { Work } from './darkroom-work.ts'
import { develop } from './develop.ts'
import { TooLarge } from './opened.ts'

// Readers come first; but some of them wait for this.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
// One thread and no memory of earlier pictures: it works on a small machine, beside a server.
sharp.concurrency(1)
sharp.cache(false)
// Only what the program keeps is read at all: no SVG, PDF or TIFF, whatever the bytes say.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((reader) => `VipsForeignLoad${reader}`) })

process.on('message', (work: Work) => {
  void develop(work).then(
    (print) => process.send?.({ print }),
    (error: unknown) =>
      process.send?.({ trouble: error instanceof TooLarge ? 'large' : 'broken', reason: String(error) }),
  )
})
// The program closes it. A Ctrl+C goes to both, and the program may want to end its work first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
