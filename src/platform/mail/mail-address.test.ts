import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mailAddress, mailbox, mailKey } from './mail-address.ts'

const proven = (written: string) => mailAddress.safeParse(written).data

describe('a mail address', () => {
  it('is what people have, with any domain, in the spelling of an envelope', () => {
    for (const [written, address] of [
      ['wulan@news.example', 'wulan@news.example'],
      [' Wulan.S+kabar@NEWS.Example ', 'Wulan.S+kabar@news.example'],
      ["o'neill@a-b.co.id", "o'neill@a-b.co.id"],
      ['kabar@bücher.example', 'kabar@xn--bcher-kva.example'],
      ['kabar@中文.中国', 'kabar@xn--fiq228c.xn--fiqs8s'],
    ] as const)
      assert.equal(proven(written), address, written)
  })

  it('is nothing else', () => {
    for (const written of [
      '',
      '@',
      'a@',
      '@b.example',
      'a b@c.example',
      'a@b',
      'a@localhost',
      'a@127.0.0.1',
      'a@[127.0.0.1]',
      'a@b..example',
      'a@-b.example',
      '.a@b.example',
      'a..b@c.example',
      'a@b@c.example',
      '"a b"@c.example',
      'a@b.example,c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      'a\n@b.example',
      'a@b.example\u0000',
      '<a@b.example>',
      'Wulan <a@b.example>',
      `${'a'.repeat(65)}@b.example`,
      `a@${'b'.repeat(64)}.example`,
      `a@${'b.'.repeat(130)}example`,
    ])
      assert.equal(proven(written), undefined, JSON.stringify(written))
  })

  it('never holds what could begin another header or another address, whatever was written', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (local, domain) => {
        for (const written of [`${local}@news.example`, `a@${domain}.example`, `${local}@${domain}.example`])
          assert.match(proven(written) ?? 'a@b.example', /^[!-~]+@[a-z\d.-]+$/)
      }),
      { numRuns: 500 },
    ))

  it('stays as it is once it is proven', () => {
    for (const written of ['A@Bücher.example', ' a@b.example'])
      assert.equal(proven(proven(written) ?? ''), proven(written))
  })

  it('has one key however its letters are written', () => {
    assert.equal(mailKey(proven('WULAN@News.Example') ?? ''), mailKey(proven('wulan@news.example') ?? 'other'))
  })
})

describe('a mailbox', () => {
  it('has a name or none', () => {
    for (const [written, name] of [
      ['Kabar Gawai <redaksi@news.example>', 'Kabar Gawai'],
      ['"Kabar, Gawai" <redaksi@news.example>', 'Kabar, Gawai'],
      ['<redaksi@news.example>', ''],
      ['redaksi@news.example', ''],
    ] as const)
      assert.deepEqual(mailbox.safeParse(written).data, { name, address: 'redaksi@news.example' })
    for (const written of ['Kabar', 'Kabar <>', 'Kabar\r\nBcc: a@b.example <a@b.example>', '<a@b.example> x'])
      assert.equal(mailbox.safeParse(written).data, undefined, written)
  })
})
