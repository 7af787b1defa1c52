import type { CardFacts } from '#look/cards.ts'
import { pictureView } from '#media'
import { logoPath } from '../logo.ts'

const at = Date.UTC(2018, 2, 6, 3, 30)
const section = { name: 'Pertanggungjawaban dan Ketidakberpihakan', path: '/look/' }
/** As long as a headline may get: 140 characters. */
const longTitle =
  'Mempertanggungjawabkan ketidakseimbangan pengisian daya: tujuh produsen menyebut tanggal, lima meleset, dan satu menariknya kembali diam-diam'
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const picture = pictureView({ src: logoPath, alt: '', width: 512, height: 512 }, { shape: '16x9', sizes: '50vw' })

/** Cards as they seldom come: too long, with nothing, with one word, with everything. */
export const samples: Record<'usual' | 'long' | 'bare' | 'word', CardFacts> = {
  usual: {
    title: 'Xiaomi menyasar Amerika Serikat akhir tahun ini',
    summary: 'Sasaran itu disebut kepada The Wall Street Journal. Model, harga, dan operator belum disebut.',
    path: '/look/',
    publishedAt: at,
    section: { name: 'Ponsel', path: '/look/' },
    picture,
  },
  long: { title: longTitle, summary: `${longTitle}. ${longTitle}.`, path: '/look/', publishedAt: at, section, picture },
  bare: { title: 'Ya', summary: '', path: '/look/', publishedAt: at },
  word: {
    title: longWord,
    summary: longWord,
    path: '/look/',
    publishedAt: at,
    section: { name: longWord, path: '/look/' },
  },
}

/** Every block of a document, the awkward ones among them. */
export const blocks = `## Pokok berita

- Satu pokok yang pendek.
- ${longTitle}.
- ${longWord}

Paragraf biasa dengan **tebal**, *miring*, ~~dicoret~~, \`kode\`, H<sub>2</sub>O, 10<sup>3</sup>, <mark>ditandai</mark> dan [tautan](/look/) di tengah kalimat. Alamat panjang: https://gawai.example/${'sangat/'.repeat(14)}

## ${longTitle}

### Anak judul

> Kutipan satu alinea dari sebuah dokumen, cukup panjang untuk dua baris di layar ponsel dan satu di layar lebar.

1. Langkah pertama
2. Langkah kedua
   - dengan cabang
   - dan cabang lain

![Logo laman](${logoPath} "Gambar dengan keterangan. Ilustrasi: Tirta Gunadi")

![](${logoPath})

![Satu](${logoPath}) ![Dua](${logoPath}) ![Tiga](${logoPath})

| Pita | Nama | Frekuensi | Unduh | Unggah | Dipakai untuk |
|---|---|---:|---:|---:|---|
| B1 | 2100 MHz | 2.110 | 2.170 | 1.980 | Kota dan jalan raya antarkota |
| B40 | TDD 2300 | 2.300 | 2.400 | 2.400 | ${longWord} |

| Satu kolom |
|---:|
| 1.899.000 |

\`\`\`
baris kode yang jauh lebih panjang daripada layar ponsel mana pun, supaya harus digulir ke samping
\`\`\`

https://youtu.be/abcdefghijk

---

<p class="raw">Akhir.</p>
`
