/**
 * What languages, keyboards and scanners write for the same sound or shape. Each line: cost of taking one spelling for another, then
 * spellings that stand for each other. A cost of 1 is a letter exchanged for any other. The costs were set by hand from transcription
 * tables and lists of variant names, and checked on sets of garbled names (bench/names.ts).
 */
const groups: readonly (readonly [cost: number, spellings: string])[] = [
  // Sibilants and affricates, in English, German, French, Polish, Czech, Turkish, Romanian, Hungarian and scholarly spelling.
  [0.1, 'shch schtsch chtch chtsch szcz šč sch stsch'],
  [0.1, 'ch tsch tch cz č ć ç tsj tš ci cs ty c'],
  [0.1, 'sh sch ch sz š ş ș ś sj s'],
  [0.1, 'zh j ž ż rz ź sch zs z g sh'],
  [0.1, 'j dj dzh dsch dž đ dż gj c dz g gi'],
  [0.1, 'ts tz z c cz ț ţ zz tts ds'],
  [0.1, 'ts s ß ss z'],
  [0.15, 'rz r ř rsch rzh rž'],
  [0.2, 'c s'],
  [0.15, 's z'],
  [0.25, 'sz z'],
  [0.3, 'cz s'],
  // Gutturals.
  [0.1, 'kh ch h x'],
  [0.1, 'kh k ch'],
  [0.1, 'k c ck q qu cq cqu kk cc ch'],
  [0.15, 'ks x cks chs xs'],
  [0.1, 'g gh gu ğ'],
  [0.2, 'h g'],
  [0.3, 'kh q'],
  [0.2, 'q g'],
  // Lips.
  [0.1, 'f ph ff v pf'],
  [0.1, 'v w'],
  [0.1, 'v ff w'],
  [0.2, 'v b bh'],
  [0.1, 'ou w u'],
  [0.25, 'kw k'],
  [0.15, 'bv v'],
  [0.15, 'lw l'],
  // Dentals and liquids.
  [0.1, 't th tt'],
  [0.1, 'd dh ð dd'],
  [0.2, 'dt t d'],
  [0.15, 'n nn ñ gn ny nj nh ń ň ni'],
  [0.2, 'ng n'],
  [0.15, 'l ll ł lh lj gl ľ'],
  [0.15, 'w ł'],
  [0.2, 'll y j'],
  [0.3, 'm n'],
  // Voiced for voiceless.
  [0.3, 'b p'],
  [0.3, 'd t'],
  [0.3, 'g k'],
  [0.5, 'l r'],
  // Vowels.
  [0.1, 'i y j ie ii ij iy yi ji ee ea í ï yy'],
  [0.15, 'i e'],
  [0.1, 'u ou oo ue ü uu oe'],
  [0.1, 'o oe ö œ ø eu oo'],
  [0.1, 'a ae ä æ aa å'],
  [0.15, 'o au ou ow aw eau å aa'],
  [0.1, 'ai ay ei ey aj ej ae e ë'],
  [0.1, 'ya ja ia'],
  [0.1, 'yu ju iu iou you ü u'],
  [0.1, 'ye je ie e'],
  [0.1, 'yo jo io e eo o ö'],
  [0.1, 'oi oj oy oï eu'],
  [0.1, 'au aw av ao'],
  [0.1, 'ev eu ef ew eff eff'],
  [0.1, 'ą on om an'],
  [0.1, 'ę en em'],
  [0.1, 'sky ski skij skii skiy skyi skyy skyj'],
  [0.25, 'z th'],
  [0.3, 's th'],
  [0.3, 'th d'],
  [0.3, 'j z'],
  [0.2, 'nt d'],
  [0.2, 'mp b'],
  [0.15, 'kh j'],
  [0.15, 'gu w'],
  // What keyboards without the letter write.
  [0.03, 'ä ae æ'],
  [0.03, 'ö oe ø œ'],
  [0.03, 'ü ue'],
  [0.03, 'å aa'],
  [0.03, 'ß ss'],
  [0.1, 'mac mc'],
  // Chinese in Wade–Giles, in pinyin and in Palladius' Cyrillic.
  [0.1, 'hs x sh s š'],
  [0.1, 'sja xia sia hsia šia'],
  [0.1, 'čž zh ch čj'],
  [0.15, 'ieh ie'],
  [0.15, 'ung ong un on'],
  [0.15, 'jen ren'],
  [0.15, 'gu j dj'],
  // What scanning confuses.
  [0.2, 'rn m'],
  [0.4, 'nn m'],
  [0.5, 'ri n'],
  [0.4, 'cl d'],
  [0.3, 'vv w'],
  [0.6, 'li h'],
  [0.4, 'ii u'],
  [0.1, 'l 1'],
  [0.1, 'i 1'],
  [0.1, 'o 0'],
  [0.1, 's 5'],
  [0.1, 'b 8'],
  [0.3, 'l i'],
  [0.7, 'c e'],
  [0.7, 'h b'],
  [0.6, 'u n'],
  [0.7, 'f t'],
]

/** Letters that scripts/ writes where a script leaves the sound open: each stands for the spellings after it, and they not for each other. */
const open: readonly (readonly [cost: number, letter: string, spellings: string])[] = [
  [0.05, 'ā', 'a'],
  [0.1, 'ā', 'e aa ae ai o'],
  [0.05, 'ī', 'i y'],
  [0.1, 'ī', 'e ei ai ay ie ee ey'],
  [0.05, 'ū', 'u w o'],
  [0.1, 'ū', 'v ou oo'],
  [0.1, 'ǧ', 'j g dj gh'],
  [0.05, 'ŕ', 'l r rr ll'],
  [0.05, 'ṗ', 'f p ph'],
  [0.05, 'ḃ', 'v b'],
  [0.2, 'ḃ', 'w'],
  [0.15, 'ə', 'e o u a r er ur or ir ar'],
  [0.05, 'lŕ', 'l ll'],
  [0.2, 'ȧ', 'r er or ar ur e u o'],
  [0.2, 'ȧħ', 'er ar or ur'],
  [0.1, 'oħ', 'or o au ou'],
  [0.1, 'ħ', 'r e'],
  [0.1, 'ŭ', 'e i'],
  [0.2, 'č', 'tz z'],
  [0.05, 'ĺ', 'l r ll rr'],
  [0.1, 'ḥ', 'h g kh ch'],
  [0.15, 'ǰ', 'j g k z c ch dz tz'],
  [0.2, 'ŭ', 'a o u'],
  [0.15, 'kkŭsŭ', 'x ks'],
  [0.15, 'kŭsŭ', 'x ks'],
]

/** Two spellings, the cost of one for the other. */
export interface Exchange {
  readonly from: string
  readonly to: string
  readonly cost: number
}

/** All pairs of the groups, both ways; where groups disagree, the lower cost. */
export function exchanges(): Exchange[] {
  const found = new Map<string, Exchange>()
  const add = (from: string, to: string, cost: number) => {
    const key = `${from} ${to}`
    const known = found.get(key)
    if (from !== to && (known === undefined || known.cost > cost)) found.set(key, { from, to, cost })
  }
  for (const [cost, spellings] of groups) {
    const all = spellings.split(' ')
    for (const from of all) for (const to of all) add(from, to, cost)
  }
  for (const [cost, letter, spellings] of open) {
    for (const spelling of spellings.split(' ')) {
      add(letter, spelling, cost)
      add(spelling, letter, cost)
    }
  }
  return [...found.values()]
}

export const vowels = 'aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāăąēĕėęěĩīĭįıōŏőũūŭůűų'
