/**
 * Apostrophes that make italics and bold go, those that are apostrophes stay: `l'''Iliade''` is l'Iliade. As MediaWiki reads a line
 * (Parser::doQuotes): two are italics, three bold, five both; of four and of more than five those over are text. Where italics and bold are both
 * left open, one of the threes is an apostrophe and italics: behind a single letter rather than behind a word, and there rather than behind a space.
 */
export function withoutEmphasis(line: string): string {
  const pieces = line.split(/('{2,})/)
  const runs = pieces.flatMap((_, index) => (index % 2 === 1 ? [index] : []))
  let italics = 0
  let bold = 0
  for (const index of runs) {
    const { length } = pieces[index]!
    if (length === 2 || length >= 5) italics += 1
    if (length >= 3) bold += 1
  }
  const torn = italics % 2 === 1 && bold % 2 === 1 ? apostrophe(pieces, runs) : undefined
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return piece
      return "'".repeat(piece.length === 4 || index === torn ? 1 : Math.max(0, piece.length - 5))
    })
    .join('')
}

function apostrophe(pieces: readonly string[], runs: readonly number[]): number | undefined {
  const bold = runs.filter((index) => pieces[index]!.length === 3)
  const before = (pattern: RegExp) => bold.find((index) => pattern.test(pieces[index - 1]!))
  return before(/(?:^|\s)\S$/u) ?? before(/\S\S$/u) ?? bold[0]
}
