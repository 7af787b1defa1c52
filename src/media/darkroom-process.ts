import sharp from 'sharp'
import { workOn } from '#platform/workshop-work.ts'
import type { Work } from './darkroom-work.ts'
import { develop } from './develop.ts'
import { TooLarge } from './opened.ts'

// One thread and no memory of earlier pictures: it works on a small machine, beside a server.
sharp.concurrency(1)
sharp.cache(false)
// Only what the program keeps is read at all: no SVG, PDF or TIFF, whatever the bytes say.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((reader) => `VipsForeignLoad${reader}`) })

workOn((work: Work) =>
  develop(work).then(
    (print) => ({ print }),
    (error: unknown) => ({ trouble: error instanceof TooLarge ? 'large' : 'broken', reason: String(error) }),
  ),
)
