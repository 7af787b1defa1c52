import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepOrganisation } from '#organisations'
import { openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'

const organisation = { name: 'Lentera', kind: 'company', url: '', aboutId: '', aboutEn: '' }

describe('a field that cannot be used', () => {
  it('is told as an editor would say it, never as a program speaks of its types', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const id = await newsroom.gawai.write((unit) =>
      keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
    )
    for (const [wrong, sentence] of [
      [{ name: '   ' }, 'Nama: belum diisi.'],
      [{ name: 'n'.repeat(201) }, 'Nama: paling panjang 200 karakter.'],
      [{ kind: 'circus' }, 'Jenis: pilih salah satu dari daftarnya.'],
      [{ url: 'lentera' }, 'Situs web: tulis alamat lengkap, seperti https://example.com/.'],
    ] as const) {
      const { status, text } = await owner.post(`/newsroom/organisations/${id}/`, { ...organisation, ...wrong })
      assert.equal(status, 422)
      assert.ok(text.includes(`Periksa isian ini. ${sentence}`), sentence)
    }
  })

  it('says which numbers it takes', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    for (const [measure, sentence] of [
      ['31', 'Lebar baris: sedikitnya 32'],
      ['49', 'Lebar baris: paling banyak 48'],
      ['lebar', 'Lebar baris: isi dengan angka'],
    ] as const)
      assert.ok((await owner.post('/newsroom/settings/look/', { measure })).text.includes(sentence), sentence)
  })
})
