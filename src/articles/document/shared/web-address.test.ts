import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { webAddress, withScheme } from './web-address.ts'

/** As a browser finds the scheme: control characters and blanks around it gone, tabs and line ends gone anywhere. */
const schemeInBrowser = (address: string) =>
  /^([a-z][\w+.-]*):/i.exec(address.replace(/^[\p{Cc} ]+|[\t\n\r]/gu, ''))?.[1]

const anyAddress = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'java',
        'script',
        ':',
        'http',
        '//',
        '/',
        '\\',
        '#',
        '?',
        '%',
        '\t',
        '\n',
        '\u0000',
        '\u00a0',
        '\u00ad',
        '\u200b',
        '\ufeff',
        ' ',
        'a',
        'é',
        '@',
        '[',
        'data',
        'mailto',
        'tel',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

describe('a web address', () => {
  it('is one of the web, of mail, of a telephone, a path or a place on the page', () => {
    const good: [string, string][] = [
      ['https://a.example/b?c=d&e#f', 'https://a.example/b?c=d&e#f'],
      [' HTTP://A.Example ', 'http://a.example/'],
      ['https://kafé.example/é', 'https://xn--kaf-dma.example/%C3%A9'],
      ['mailto:redaksi@a.example', 'mailto:redaksi@a.example'],
      ['tel:+62 21 555', 'tel:+6221555'],
      ['/2026/01/a/?b#c', '/2026/01/a/?b#c'],
      ['/foto baru.jpg', '/foto%20baru.jpg'],
      ['#harga', '#harga'],
    ]
    for (const [written, address] of good) assert.equal(webAddress(written), address, written)
  })

  it('is no script, however it is disguised, and no file, frame or other host’s path', () => {
    const bad = `javascript:alert(1)|JaVaScRiPt:alert(1)| javascript:x|java\tscript:x|java\nscript:x|\u0001javascript:x|java\u0000script:x
|java\u00adscript:x|javascript\u200b:x|vbscript:x|data:text/html,x|data:image/png;base64,x|blob:x|file:///etc/passwd|view-source:http://a|about:blank
|//evil.example|///evil.example|\\\\evil.example|/\\evil.example|/\t/evil.example|/\u00ad/evil.example|https:\\\\evil.example|foto.jpg|../a|?a=b|http://|http://[x]||  |wss://a.example|ftp://a.example`
    for (const written of bad.split(/\n?\|/)) assert.equal(webAddress(written), undefined, JSON.stringify(written))
    assert.equal(webAddress(`https://a.example/${'é'.repeat(400)}`), undefined)
    assert.equal(webAddress(`/${'a'.repeat(2000)}`), undefined)
  })

  it('stays as it is once it was judged, and never is a script', () =>
    fc.assert(
      fc.property(anyAddress, (written) => {
        const address = webAddress(written)
        if (address === undefined) return
        assert.equal(webAddress(address), address)
        assert.ok([undefined, 'http', 'https', 'mailto', 'tel'].includes(schemeInBrowser(address)), address)
        assert.doesNotMatch(address, /^\/[/\\]|[\s\p{Cc}]/u)
      }),
      { numRuns: 1000 },
    ))

  it('gets the web’s scheme where the page’s own was meant', () => {
    assert.equal(withScheme(' //a.example/b'), 'https://a.example/b')
    assert.equal(withScheme('/b'), '/b')
  })
})
