import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawing } from '#test/pictures.ts'

export const embedded = '/2026/02/video/'

export async function withVideo(folder: string): Promise<string> {
  const file = join(folder, 'video.md')
  const frame = '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="Kelinci besar"></iframe>'
  await writeFile(file, `---\ntitle: Video\npublished: 2026-02-01T10:00:00+07:00\n---\nLihat ini.\n\n${frame}\n`)
  return file
}

export const illustrated = '/2026/02/gambar/'

/** Between its pictures are more screens than a browser looks ahead. */
export async function withPictures(folder: string): Promise<string> {
  const file = join(folder, 'gambar.md')
  for (const [name, ground] of [
    ['satu.png', '#336699'],
    ['dua.png', '#996633'],
  ] as const)
    await drawing(1600, 900, ground).png().toFile(join(folder, name))
  const front = 'title: Gambar\nimage: {src: satu.png, alt: Biru}\npublished: 2026-02-02T10:00:00+07:00'
  const between = 'Kata demi kata memenuhi layar.\n\n'.repeat(300)
  await writeFile(file, `---\n${front}\n---\n${between}![Cokelat](dua.png)\n`)
  return file
}
