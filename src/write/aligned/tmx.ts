import { escapeMarkup } from '../../markup.ts'
import { type Bitext, formatScore, type Pair, type TextFormat } from './bitext.ts'

/**
 * <from>-<to>.tmx: TMX 1.4b, a translation unit for each alignment that has text on both sides. Its id is the article's with the
 * numbers of the source segments, from 0, as in XLIFF; its properties name the article,
 * give the aligner's score, and say who made the target, what looks wrong in it, and whether a person judged it. Dates are left out, so that the same input gives the same bytes.
 */
export const tmx: TextFormat = {
  head: ({ from, version }) => `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="synoptic" creationtoolversion="${escapeMarkup(version)}" segtype="sentence" o-tmf="synoptic" adminlang="en" srclang="${escapeMarkup(from)}" datatype="plaintext"/>
  <body>
`,
  body: (bitext) => {
    const units = bitext.pairs.filter(({ sourceText, targetText }) => sourceText !== '' && targetText !== '')
    return units.map((pair) => unit(pair, bitext)).join('')
  },
  tail: '  </body>\n</tmx>\n',
}

function unit({ source, score, origins, checks, judged, sourceText, targetText }: Pair, { id, from, to }: Bitext): string {
  return `    <tu tuid="${escapeMarkup(`${id}#${source.join('-')}`)}">
      <prop type="x-document">${escapeMarkup(id)}</prop>
      <prop type="x-score">${formatScore(score)}</prop>
${list('x-origin', origins)}${list('x-checks', checks)}${list('x-judged', judged === undefined ? [] : [judged])}      <tuv xml:lang="${escapeMarkup(from)}"><seg>${escapeMarkup(sourceText)}</seg></tuv>
      <tuv xml:lang="${escapeMarkup(to)}"><seg>${escapeMarkup(targetText)}</seg></tuv>
    </tu>
`
}

function list(type: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `      <prop type="${type}">${escapeMarkup(values.join(' '))}</prop>\n`
}
