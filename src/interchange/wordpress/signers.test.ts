import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { signersOf } from './signers.ts'

const signers = signersOf([
  { login: 'wulan', name: 'Wulan Sasmita' },
  { login: 'budi.s', name: 'Budi Santoso' },
  { login: 'budi-s', name: 'Bima Saputra' },
  { login: 'redaksi@kabar.example', name: 'Redaksi Kabar' },
])

describe('the people of an export', () => {
  it('are found by login, also by that of a co-author', () => {
    assert.equal(signers.find('wulan')?.name, 'Wulan Sasmita')
    assert.equal(signers.find('cap-wulan')?.name, 'Wulan Sasmita')
    assert.equal(signers.find('siapa'), undefined)
  })

  it('stay two when their logins look alike', () => {
    assert.deepEqual([signers.find('budi.s')?.slug, signers.find('budi-s')?.slug], ['budi-s', 'budi-s-2'])
  })

  it('sign with their initials; of two with the same, it is the author', () => {
    assert.equal(signers.byInitials('WS', '')?.login, 'wulan')
    assert.equal(signers.byInitials('BS', 'budi-s')?.name, 'Bima Saputra')
    assert.equal(signers.byInitials('BS', 'wulan'), undefined)
    assert.equal(signers.byInitials('XY', 'wulan'), undefined)
  })

  it('never show a mail address', () => {
    assert.equal(signers.find('redaksi@kabar.example')?.slug, 'redaksi-kabar')
    assert.deepEqual(signers.guest('sari@kabar.example', undefined), {
      login: 'sari@kabar.example',
      name: 'sari',
      slug: 'sari',
    })
  })
})
