import { escapeMarkup } from '../../markup.ts'
import type { Unit } from './unit.ts'

/**
 * TMX 1.4b, in pieces: what `loadMemory` reads. Undated, so that the same units give the same bytes.
 * @param originOf who made a unit, where that is to be said: as in aligned/, in the property `x-origin`
 */
export function* formatTmx(units: Iterable<Unit>, originOf: (unit: Unit) => string | undefined = () => undefined): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="synoptic" creationtoolversion="1" segtype="sentence" o-tmf="synoptic" adminlang="en" srclang="*all*" datatype="plaintext"/>
  <body>
`
  for (const unit of units) {
    const variants = [...unit].map(
      ([language, text]) => `      <tuv xml:lang="${escapeMarkup(language)}"><seg>${escapeMarkup(text)}</seg></tuv>\n`,
    )
    const origin = originOf(unit)
    const told = origin === undefined ? '' : `      <prop type="x-origin">${escapeMarkup(origin)}</prop>\n`
    yield `    <tu>\n${told}${variants.join('')}    </tu>\n`
  }
  yield '  </body>\n</tmx>\n'
}
