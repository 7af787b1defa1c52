import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyMarkup } from '#test/documents.ts'
import { sanitise, textOfHtml } from './sanitise.ts'

describe('markup from outside', () => {
  it('keeps what words and tables need', () => {
    const kept = [
      '<p>a <strong>b</strong><br />c</p>',
      '<table><tr><td colspan="2">a</td></tr></table>',
      '<ol start="3"><li>a</li></ol>',
      '<details open="open"><summary>a</summary>b</details>',
      '<abbr title="c">a</abbr>',
      '<img src="/a.jpg" alt="a" loading="lazy" />',
    ]
    for (const markup of kept) assert.equal(sanitise(markup).replace('open=""', 'open="open"'), markup)
  })

  it('loses everything that acts, loads or dresses', () => {
    const cases: [string, string][] = [
      ['<p onclick="x" style="y" class="z" id="q">a</p>', '<p>a</p>'],
      ['a<script>b</script><style>c</style><iframe src="https://d.example"></iframe>', 'a'],
      ['<a href="javascript:x" target="_top">a</a>', '<a rel="noopener nofollow ugc">a</a>'],
      ['<a href="//b.example">a</a>', '<a rel="noopener nofollow ugc">a</a>'],
      ['<img src="https://b.example/x.jpg" alt="a <b">', '<span>a &lt;b</span>'],
      ['<form action="/x"><input name="a"><button>b</button></form>', 'b'],
      ['<svg><a xlink:href="javascript:x">a</a></svg>b', 'b'],
      ['<math><mtext><style><img src=x onerror=x></style></mtext></math>b', 'b'],
      ['<p>a', '<p>a</p>'],
      ['<!-- a -->b', 'b'],
    ]
    for (const [markup, expected] of cases) assert.equal(sanitise(markup), expected, markup)
  })

  it('does no harm whatever it is', () =>
    fc.assert(
      fc.property(anyMarkup, (markup) => {
        const tags = (sanitise(markup).match(/<[^>]*>/g) ?? []).join('\n')
        assert.doesNotMatch(
          tags,
          /<script|<iframe|<svg|<style|\son\w+\s*=|(href|src)="\s*(javascript|data|vbscript):|(href|src)="\/\//i,
        )
      }),
    ))

  it('is never deeper than a browser can stand', () => {
    const deep = sanitise('<b>'.repeat(5000) + 'a')
    assert.ok(deep.split('<b>').length < 100)
  })

  it('is not read when it is nested so deep that reading it would take minutes', () => {
    for (const bomb of ['<b>', '<li><dd>', '<svg><g>']) {
      assert.equal(sanitise(bomb.repeat(100_000)), '')
      assert.equal(textOfHtml(bomb.repeat(100_000)), '')
    }
    const flat = '<p>a <b>b</b><br /></p>'.repeat(2000)
    assert.equal(sanitise(flat), flat)
  })

  it('gives its words, a line for each block', () => {
    assert.equal(
      textOfHtml('<h2>a &amp; b</h2><p>c<br>d <b>e</b></p><table><tr><td>f<td>g</table><script>h</script>'),
      'a & b\nc\nd e\nf\ng',
    )
    assert.equal(textOfHtml('  '), '')
  })
})
