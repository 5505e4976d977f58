/** A writing system, and how names in it are written down in Latin letters. */
export interface Script {
  readonly name: string
  /** Blocks of the Unicode Standard, first and last code point. */
  readonly blocks: readonly (readonly [first: number, last: number])[]
  /** Whether capitals tell names from other words. */
  readonly capitals: boolean
  /** Whether spaces stand between words. */
  readonly spaces: boolean
  /** A stretch of it, in lower case, in a–z and the letters of alphabet.ts. What it has no letter for stays. */
  readonly romanize: (text: string) => string
}

/** `text` by a table of letters; what two letters write together by a table of pairs. */
export function spell(text: string, letters: Readonly<Record<string, string>>, pairs: Readonly<Record<string, string>> = {}): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const pair = pairs[text.slice(at, at + 2)]
    if (pair !== undefined) {
      out += pair
      at++
    } else {
      const letter = text.charAt(at)
      out += letters[letter] ?? letter
    }
  }
  return out
}
