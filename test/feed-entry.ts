import type { Entry } from '../src/site/feeds/format.ts'

/** An article with everything that a feed can say of it. */
export const exampleEntry: Entry = {
  id: 'https://gawai.example/?gawai=17',
  href: 'https://gawai.example/2026/01/lipat/',
  title: 'Ponsel lipat',
  summary: 'Inti.',
  content: '<p>Satu.</p>',
  lang: 'id',
  publishedAt: Date.UTC(2026, 0, 5),
  modifiedAt: Date.UTC(2026, 0, 6),
  published: '2026-01-05T07:00:00+07:00',
  modified: '2026-01-06T07:00:00+07:00',
  writers: [{ name: 'Wulan', href: 'https://gawai.example/penulis/wulan/' }],
  categories: ['Ponsel'],
  picture: { href: 'https://gawai.example/media/a.png', alt: 'Ponsel "lipat" & engsel', width: 1600, height: 900 },
}
