import type { Unit } from './unit.ts'

/** TMX 1.4b, in pieces: what `loadMemory` reads. Undated, so that the same units give the same bytes. */
export function* formatTmx(units: Iterable<Unit>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="synoptic" creationtoolversion="1" segtype="sentence" o-tmf="synoptic" adminlang="en" srclang="*all*" datatype="plaintext"/>
  <body>
`
  for (const unit of units) {
    const variants = [...unit].map(
      ([language, text]) => `      <tuv xml:lang="${escapeXml(language)}"><seg>${escapeXml(text)}</seg></tuv>\n`,
    )
    yield `    <tu>\n${variants.join('')}    </tu>\n`
  }
  yield '  </body>\n</tmx>\n'
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Outside Char of XML 1.0, 2.2: no escape makes these legal, they are dropped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (character) => entities[character]!)
}
