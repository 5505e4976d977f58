import { escapeMarkup } from '../../markup.ts'
import { type Bitext, formatScore, type Pair, type TextFormat } from './bitext.ts'

/** From this score on an alignment needs no second look before it is used. */
const SURE = 0.5

/**
 * <from>-<to>.xlf: XLIFF 1.2 (OASIS 2008), a <file> an article, a <trans-unit> an alignment whose source has text; translators' tools open it.
 * A unit without a counterpart has no <target>; one that is doubtful is marked for review, one that a person wrote is final, and one whose
 * alignment a person confirmed is signed off; both are approved. Target sentences that say more than the source cannot
 * stand in XLIFF: counts.json says how many.
 */
export const xliff: TextFormat = {
  head: () => `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
`,
  body: (bitext, { version }) => {
    const units = bitext.pairs.filter(({ sourceText }) => sourceText !== '')
    if (units.length === 0) return ''
    const { id, from, to } = bitext
    return `  <file original="${escapeMarkup(id)}" source-language="${escapeMarkup(from)}" target-language="${escapeMarkup(to)}" datatype="plaintext" tool-id="synoptic">
    <header><tool tool-id="synoptic" tool-name="Synoptic" tool-version="${escapeMarkup(version)}"/></header>
    <body>
${units.map((pair) => unit(pair, bitext)).join('')}    </body>
  </file>
`
  },
  tail: '</xliff>\n',
}

function stateOf({ origins, judged, score }: Pair): string {
  if (origins.length > 0 && origins.every((origin) => origin === 'person')) return 'final'
  if (judged === 'aligned') return 'signed-off'
  return score >= SURE ? 'translated' : 'needs-review-translation'
}

function unit(pair: Pair, { from, to }: Bitext): string {
  const { source, target, score, sourceText, targetText, judged } = pair
  const approved = judged === 'aligned' && targetText !== '' ? ' approved="yes"' : ''
  const beside =
    targetText === ''
      ? ''
      : `
        <target xml:lang="${escapeMarkup(to)}" state="${stateOf(pair)}">${escapeMarkup(targetText)}</target>
        <note from="synoptic">score ${formatScore(score)}, sentences ${target.map((index) => index + 1).join(' ')}</note>`
  return `      <trans-unit id="${source.join('-')}"${approved}>
        <source xml:lang="${escapeMarkup(from)}">${escapeMarkup(sourceText)}</source>${beside}
      </trans-unit>
`
}
