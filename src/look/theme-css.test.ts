import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { longestTheme, themeProblem } from './theme-css.ts'

describe('a publisher’s style sheet', () => {
  it('may be any rules that load nothing', () => {
    for (const css of [
      '',
      '.story h2 { color: var(--accent) } /* } */',
      '@media (min-width: 40rem) { .cards { gap: calc(1rem + (2px * 3)) } }',
      '.sign-off::before { content: "\\201C /* { //" }',
      ".a { background: url('/media/x.png') } .b { mask: url(#shape) } .c { content: 'a } b' }",
      '.x[data-a="}"] { color: red }',
    ])
      assert.equal(themeProblem(css), undefined, css)
  })

  it('is refused when it asks another host, however that is spelled', () => {
    for (const css of [
      '@import "/x.css";',
      '@IMPORT url(/x.css);',
      '@\\69mport "x.css";',
      '.a { background: url(https://elsewhere.example/x.png) }',
      '.a { background: URL( //elsewhere.example/x.png ) }',
      '.a { background: url("/\\/elsewhere.example/x.png") }',
      '.a { background: url("\\68ttps://elsewhere.example/") }',
      '.a { background: url(data:image/png;base64,AAAA) }',
      '.a { background: url(/\\\\elsewhere.example/) }',
      '.a { background: url(/\\9/elsewhere.example/) }',
      '.a { background: \\75rl(https://elsewhere.example/) }',
      '.a { background: image-set("https://elsewhere.example/x.png" 1x) }',
      '.a { background: image-set("\\2f/elsewhere.example/x.png" 1x) }',
      '.a { background: image-set("\\1 //elsewhere.example/x.png" 1x) }',
    ])
      assert.notEqual(themeProblem(css), undefined, css)
  })

  it('is refused when a browser would read it in another way than this program', () => {
    const load = '); background: url(https://elsewhere.example/x); /*'
    for (const css of [
      `.a { x: -url(/*) } .b { y: "*/${load}"; z: */ }`,
      `.a { x: #url(/*) } .b { y: "*/${load}"; z: */ }`,
      `.a { x: éurl(/*) } .b { y: "*/${load}"; z: */ }`,
      `.a { x: url(a"); background: url(https://elsewhere.example/x); /*"*/) }`,
      '.a { x: url(()) }',
      `.a { x: url(/a\\); y: "${load}"; z: */ }`,
      '.a { y: "\f; background: url(https://elsewhere.example/x); /*"; z: */ }',
      '.a { y: "\r; background: url(https://elsewhere.example/x); /*"; z: */ }',
    ])
      assert.notEqual(themeProblem(css), undefined, JSON.stringify(css))
  })

  it('is refused when it would close the layer it stands in, or leave it open', () => {
    for (const css of [
      '}',
      '.a { } } .b {',
      '.a {',
      '/* ',
      '.a { content: " }',
      ".a { content: '\n' }",
      '(',
      '.a { (] }',
    ])
      assert.notEqual(themeProblem(css), undefined, css)
    assert.match(themeProblem(`/*${'x'.repeat(longestTheme)}*/`)?.message ?? '', /make it shorter/)
  })

  it('never gets out of its layer', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '/*',
      '*/',
      '\\',
      '\n',
      'a',
      ':',
      ';',
      'url(',
      ' ',
      '//',
      '/',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const css = pieces.join('')
        if (themeProblem(css) !== undefined) return
        assert.ok(depthsOf(css).every((depth) => depth >= 0) && depthsOf(css).at(-1) === 0, JSON.stringify(css))
      }),
      { numRuns: 5000 },
    )
  })
})

/** How deep each sign stands, by a reader that is written in another way: one sign after the other. */
function depthsOf(css: string): number[] {
  const depths = [0]
  let [depth, at] = [0, 0]
  while (at < css.length) {
    const sign = css[at] ?? ''
    if (css.startsWith('/*', at)) {
      at = css.indexOf('*/', at + 2) + 2
      if (at === 1) return [-1]
      continue
    }
    if (css.startsWith('url(', at) && !/[\w-]/.test(css[at - 1] ?? '') && !/^url\(\s*["']/.test(css.slice(at))) {
      at = css.indexOf(')', at) + 1
      if (at === 0) return [-1]
      continue
    }
    if (sign === '"' || sign === "'") {
      at += 1
      while (css[at] !== sign) {
        if (at >= css.length || css[at] === '\n') return [-1]
        at += css[at] === '\\' ? 2 : 1
      }
    }
    if ('{('.includes(sign)) depth += 1
    if ('})'.includes(sign)) depth -= 1
    depths.push(depth)
    at += 1
  }
  return depths
}
