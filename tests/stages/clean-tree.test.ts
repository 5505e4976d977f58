import { describe, expect, it } from 'vitest'
import { type Element, parsePage } from '../../src/stages/clean/html/tree.ts'

/** 'p(one b(two))': tags with what is in them. */
function drawn({ children }: Element): string {
  return children
    .map((child) => (typeof child === 'string' ? child.trim() : `${child.tag}(${drawn(child)})`))
    .filter((part) => part !== '')
    .join(' ')
}

describe('the tree of a page', () => {
  it.each([
    ['<p>one<p>two<div>three</div>', 'p(one) p(two) div(three)'],
    ['<ul><li>one<li>two<ul><li>three</ul><li>four</ul>', 'ul(li(one) li(two ul(li(three))) li(four))'],
    ['<table><tr><td>a<td>b<tr><td>c</table>d', 'table(tr(td(a) td(b)) tr(td(c))) d'],
    ['<dl><dt>a<dd>b<dt>c</dl>', 'dl(dt(a) dd(b) dt(c))'],
    ['<a href="/">one<a href="/">two</a>', 'a(one) a(two)'],
    ['<div><b>one</div>two', 'div(b(one)) two'],
    ['<span><div>one</span>two</div>', 'span(div(one two))'],
    ['<td>one</div>two</td>three', 'td(one two) three'],
    ['<h1>one</h2>two', 'h1(one) two'],
    ['one</p>two<br/>three', 'one two br() three'],
    ['<svg><path/><path/></svg>one', 'svg(path() path()) one'],
    ['<div/>one', 'div(one)'],
    ['<script>"<p>"</script>one', 'script("<p>") one'],
    ['a &lt; b &amp;c &nosuch; &#8217;', 'a < b &c &nosuch; ’'],
    ['<body><head><p>one</body>two', 'p(onetwo)'],
  ])('%s is %s', (html, tree) => expect(drawn(parsePage(html).root)).toBe(tree))

  it('is as deep as it need be, and no text is lost below', () => {
    const { root } = parsePage(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}after`)
    let depth = 0
    for (let at: Element | undefined = root; at !== undefined; at = at.children.find((child) => typeof child !== 'string')) depth = at.depth
    expect(depth).toBe(256)
    expect(drawn(root)).toMatch(/deep.*\) after$/)
  })

  it('keeps the attributes that are asked for, the first of each name', () => {
    const [element] = parsePage('<html lang=pl><p CLASS="a&amp;b" class=c onclick="x">').root.children
    expect((element as Element).attributes).toEqual(new Map([['class', 'a&b']]))
  })
})
